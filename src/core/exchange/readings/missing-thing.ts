import type { Reading } from '../reading';

/** What an answer says is not there: something that the API keeps, or a place where the API answers at all. */
export interface MissingThing {
  readonly kind: 'resource' | 'route';
  /** The sentence or the code that says so. */
  readonly said: string;
}

/** Each has the missing thing, with the words around it, as its group. */
const sentences: readonly RegExp[] = [
  /\bno (?:such )?(.{1,60}?) (?:was |were )?(?:found|match|exist|registered|configured|corresponds?)/i,
  /\bno such (.{1,60})/i,
  /(?:could ?n[o'’]t|can ?n[o'’]t|unable to|did ?n[o'’]t|failed to|do(?:es)? not) (?:find|locate|identify|match) (.{1,80})/i,
  /(.{1,80}?)(?: with .{1,60}?)? (?:(?:was |were |is |are |could )?not (?:be )?found|does(?:n['’]t| not) exist|no longer exists?|can(?:not|['’]t) be found|isn['’]t (?:there|available)|is not available)\b/i,
  /(.{1,80}?) não (?:foi |foram )?(?:encontrad[oa]s?|existem?|localizad[oa]s?)/i,
];

/** `Cannot GET /ordes` and `GET /ordes not found` are of routers. */
const ofRouter = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS):? ?["'`[]?\/|(?:^|["'`[(: ])\/[\w/%.-]/;
const routeWords =
  /\b(?:routes?|paths?|pages?|endpoints?|ur[li]s?|methods?|api|apis|proxy|handlers?|mapping|mapped|controllers?|actions?|static|server|site|app|deployment|tunnel|domain|virtual host|rotas?|caminhos?|páginas?)\b/i;

/** `page with ID 7` is one of many. */
const identified = /\b(?:ids?|uuid|named?|key|slug|number)\b|(?<!\w)\d/i;

/** Words of which nothing is left to be missing: `404 Not Found`, `The requested resource was not found`. */
const sayNothing =
  /\b(?:http|status|code|error|err|the|a|an|this|that|it|sorry|we|requested|resource|recurso|solicitado|you|are|looking|for|\d{3})\b|[^\p{L}\d]+/giu;

/** `ORDER_NOT_FOUND`, `orderNotFound`, `NoSuchKey`, `resource_missing`. */
const codes: readonly RegExp[] = [
  /^(.+?)[_.-]?not[_-]?found(?:error|exception)?$/i,
  /^no[_-]?such[_-]?(.+)$/i,
  /^(.+?)[_-]missing$/i,
];

/** What is missing by the words of an answer with status 404, or the like; nothing where they do not tell. */
export function missingThing({ words }: Reading): MissingThing | undefined {
  for (const said of words.messages.slice(0, 10)) {
    const found = inSentence(said.slice(0, 500));
    if (found) return { kind: found, said };
  }
  for (const said of words.codes.slice(0, 10)) {
    const name = codes.map((code) => code.exec(said)?.[1]).find((part) => part !== undefined);
    const spaced = name?.replace(/[_.-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
    const kind = spaced === undefined ? undefined : kindOf(spaced);
    if (kind) return { kind, said };
  }
  return undefined;
}

function inSentence(text: string): MissingThing['kind'] | undefined {
  const sentence = text.replace(/^\s*(?:HTTP )?(?:status )?\d{3}\b[\s:–-]*/i, '');
  const thing = sentences.map((each) => each.exec(sentence)?.[1]).find((part) => part !== undefined);
  if (ofRouter.test(sentence)) return 'route';
  return thing === undefined ? undefined : kindOf(thing);
}

function kindOf(thing: string): MissingThing['kind'] | undefined {
  if (routeWords.test(thing) && !identified.test(thing)) return 'route';
  return thing.replace(sayNothing, '') === '' ? undefined : 'resource';
}

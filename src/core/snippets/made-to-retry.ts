import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';
import { mayRetry, saysRetry } from './says-retry';

/** How far names are followed: a client, its transport, what that is made of. */
const depth = 2;
/** In characters. */
const longest = 600;
/** Names that are followed at once, and places of one name that are looked at: a long file has a thousand `request =`. */
const mostNames = 24;
const mostPlaces = 12;
const declaration = /assignment|declarat|pair|keyed_element|field|property|spec$|^method$|let_|variable/;
const addition = 'mount|push|use|with|add\\w*|unshift|prepend|insert\\w*|set\\w*';

/** Whether the file makes what names stand for so that it repeats requests: `client = Client(transport=retrying)`. */
export function madeToRetry(names: readonly string[], near: SyntaxNode, source: string): boolean {
  if (!mayRetry(source)) return false;
  const root = rootOf(near);
  const seen = new Set<string>();
  let followed = names;
  for (let level = 0; level <= depth; level++) {
    for (const name of followed) seen.add(name);
    const texts = followed.flatMap((name) => textsOf(name, near.startIndex, root, source));
    // What is long, further away, is a function or a class of its own.
    if (texts.some((text) => saysRetry(text) && (level === 0 || text.length <= longest))) return true;
    followed = [...new Set(texts.flatMap(namesIn))].filter((name) => !seen.has(name)).slice(0, mostNames);
  }
  return false;
}

/** What a name is set to, and what is given to it later, near an offset: `session.mount(…, adapter)`. */
function textsOf(name: string, offset: number, root: SyntaxNode, source: string): string[] {
  const set = new RegExp(
    `(?<![\\w.])(?:this\\.|self\\.|@)?\\$?${name}(?=\\s*(?::[^=\\n;]{1,60})?(?:\\|\\||\\?\\?)?:?=(?![=>])|\\s*:\\s|\\s[\\w.*]+\\s*=)|(?<=\\bdef )${name}\\b`,
    'g',
  );
  const given = new RegExp(`(?<![\\w.])(?:this\\.|self\\.|@)?\\$?${name}(?:\\.|->)(?:${addition})\\(`, 'g');
  return [
    ...endsNear(offset, set, source).flatMap((end) => valueAt(end, root)),
    ...endsNear(offset, given, source).flatMap((end) => argumentsAt(end, root)),
  ];
}

/** Where the matches end that are nearest to an offset. */
const endsNear = (offset: number, pattern: RegExp, source: string): number[] =>
  Array.from(source.matchAll(pattern), ({ index, 0: text }) => index + text.length)
    .sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset))
    .slice(0, mostPlaces);

/** The value of the declaration whose name ends at an offset; a parameter has none. */
function valueAt(end: number, root: SyntaxNode): string[] {
  const node = root.namedDescendantForIndex(end - 1);
  for (const around of node ? ancestors(node) : []) {
    if (/parameter|block|body$/.test(around.type)) return [];
    if (declaration.test(around.type) && around.endIndex > end)
      return [around.text.slice(end - around.startIndex)];
  }
  return [];
}

function argumentsAt(offset: number, root: SyntaxNode): string[] {
  const node = root.namedDescendantForIndex(offset - 1);
  const call = node && [node, ...ancestors(node)].find(({ type }) => /argument|call|invocation/.test(type));
  return call ? [call.text] : [];
}

/** Names that a value is made of. */
const namesIn = (text: string): string[] =>
  text.length > longest
    ? []
    : [...new Set(text.match(/(?<![\w.'"])\$?[A-Za-z_]\w*\b(?!\s*[(:.=])/g) ?? [])]
        .map((name) => name.replace('$', ''))
        .slice(0, 12);

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  for (const ancestor of ancestors(node)) root = ancestor;
  return root;
}

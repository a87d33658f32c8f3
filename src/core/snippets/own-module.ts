import type { Header } from './header';
import { presentHelper } from './helper-source';
import { insertStatement } from './imports';
import type { DocumentStyle } from './document-style';
import type { OwnModule, Snippet, SnippetLanguage } from './snippet-catalog';
import type { TextEdit } from './text-edit';

/** A file and what stands beside it in its folder. */
export interface FilePlace {
  /** The file's own name, without its folder. */
  name: string;
  /** Names of the folder's files, with their texts where `filesToRead` asked for them. */
  beside: ReadonlyMap<string, string | undefined>;
}

/** Which files beside one can hold a helper that it may use, or names that it must not. */
export function filesToRead(language: SnippetLanguage, name: string, names: readonly string[]): string[] {
  const { modules } = language;
  const extension = modules?.files[extensionOf(name)];
  if (!modules || extension === undefined) return [];
  const others = names.filter((other) => other !== name && other.endsWith(extension));
  if (modules.clause) return others;
  const helpers = new Set(
    language.clients.flatMap(({ snippets }) => snippets.map(({ helper }) => moduleName(helper, modules))),
  );
  return others.filter((other) => helpers.has(other.slice(0, -extension.length)));
}

/** The texts of the other files whose names are this one's, too. */
export function sharedTexts(
  { modules }: SnippetLanguage,
  place: FilePlace | undefined,
  source: string,
): string[] {
  if (!modules?.clause || !place) return [];
  const clause = clauseOf(source, modules.clause);
  return [...place.beside].flatMap(([, text]) =>
    text !== undefined && clauseOf(text, modules.clause ?? '') === clause ? text : [],
  );
}

/** Where a helper gets a file: its name, and whether that is there with the helper in it already. */
export function moduleFor(snippet: Snippet, language: SnippetLanguage, { name, beside }: FilePlace) {
  const { modules } = language;
  const extension = modules?.files[extensionOf(name)];
  if (!modules || extension === undefined || snippet.needs !== undefined || snippet.place === 'in-class')
    return undefined;
  const plain = moduleName(snippet.helper, modules);
  for (let number = 1; ; number++) {
    const module = number === 1 ? plain : `${plain}${modules.joint}${number}`;
    const file = module + extension;
    const present = beside.get(file);
    const helper = present === undefined ? undefined : presentHelper(present, 0, snippet);
    if (file === name || (beside.has(file) && helper === undefined)) continue;
    return { module, file, helper };
  }
}

/** The import of a helper from the module beside; nothing where files share their names. */
export function insertModuleImport(
  helper: string,
  module: string,
  language: SnippetLanguage,
  { end }: Header,
  source: string,
  at: number,
  style: DocumentStyle,
  place: FilePlace,
): TextEdit[] {
  const way = importFor(language, source, place);
  if (!way) return [];
  const statement = way.statement
    .replace('{helper}', helper)
    .replace('{module}', module)
    .replaceAll(language.lexical.quotes[0] ?? '"', style.quote);
  return [insertStatement(statement, end, at, style)];
}

/** How the file imports from its neighbours, told by its name and by what it does already. */
export function importFor({ modules }: SnippetLanguage, source: string, { name, beside }: FilePlace) {
  return modules?.imports?.find(
    ({ file, where, neighbour }) =>
      (file === undefined || new RegExp(file).test(name)) &&
      ((where === undefined && neighbour === undefined) ||
        (where !== undefined && new RegExp(where, 'm').test(source)) ||
        (neighbour !== undefined && beside.has(neighbour))),
  );
}

export const clauseOf = (source: string, clause: string) => new RegExp(clause, 'm').exec(source)?.[0];
const extensionOf = (name: string) => /\.\w+$/.exec(name)?.[0] ?? '';

/** `fetchWithRetry` becomes `fetch-with-retry`. */
const moduleName = (helper: string, { joint }: OwnModule) =>
  helper
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, joint)
    .replaceAll('_', joint)
    .toLowerCase();

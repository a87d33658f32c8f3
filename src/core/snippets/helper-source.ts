import { localName } from './imports';
import type { Imports, Snippet, SnippetLanguage } from './snippet-catalog';
import { selectRegions } from './source-regions';

/** A snippet's source, ready to be written into a file but for its spelling. */
export interface HelperSource {
  code: string;
  /** Modules that the code needs. */
  modules: string[];
}

/** Selects regions, fills parameters in and takes the imports off. */
export function helperSource(
  snippet: Snippet,
  language: SnippetLanguage,
  options: {
    holds: (condition: string) => boolean;
    valueOf: (parameter: Snippet['parameters'][number]) => string;
  },
): HelperSource {
  const selected = selectRegions(snippet.source, language.lexical.comment, options.holds);
  const { code, modules } = splitImports(withoutOmitted(selected, language), language);
  const filled = fill(code, snippet, options.valueOf)
    .trim()
    .replace(/\n{3,}/g, '\n'.repeat(language.lexical.blankLines + 1)) // where imports stood
    .replace(/^export /gm, '');
  const environment = language.environment?.import;
  const used = [...modules, ...(environment && !modules.includes(environment) ? [environment] : [])].filter(
    (module) =>
      new RegExp(
        `\\b${(language.imports?.uses?.[module] ?? localName(module, language.imports)).replaceAll('.', '\\.')}\\b`,
      ).test(filled),
  );
  return { code: filled, modules: used };
}

function withoutOmitted(source: string, { lexical }: SnippetLanguage): string {
  return lexical.omit ? source.replace(new RegExp(`(?:${lexical.omit}).*\n`, 'gm'), '') : source;
}

function splitImports(source: string, { imports }: SnippetLanguage): HelperSource {
  if (!imports) return { code: source, modules: [] };
  const pattern = new RegExp(imports.pattern);
  const lines = source.split('\n');
  const modules = [...new Set(lines.flatMap((line) => pattern.exec(line)?.[1] ?? []))];
  return { code: lines.filter((line) => !pattern.test(line)).join('\n'), modules };
}

/** Replaces the parameters' texts in the order of the source, so that placeholders are numbered from top to bottom. */
export function fill(
  code: string,
  snippet: Snippet,
  valueOf: (parameter: Snippet['parameters'][number]) => string,
): string {
  const written = new Map<string, string>();
  const texts = snippet.parameters.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (texts.length === 0) return code;
  return code.replace(new RegExp(texts.join('|'), 'g'), (text) => {
    const parameter = snippet.parameters.find((candidate) => candidate.text === text);
    if (!parameter) return text;
    const value = written.get(text) ?? valueOf(parameter);
    written.set(text, value);
    return value;
  });
}

/** Gives names of the code other names. */
export function rename(code: string, names: Iterable<readonly [from: string, to: string]>): string {
  return [...names].reduce(
    (text, [from, to]) => text.replace(new RegExp(`(?<![.\\w])${from.replaceAll('.', '\\.')}\\b`, 'g'), to),
    code,
  );
}

/** Gives modules other names where their members are used. */
export function renameModules(
  code: string,
  names: Iterable<readonly [from: string, to: string]>,
  imports: Imports | undefined,
): string {
  const use = imports?.renamed === '' ? '\\b' : '(?=\\.)';
  return [...names].reduce(
    (text, [from, to]) =>
      text.replace(new RegExp(`(?<![.\\w])${from.replaceAll('.', '\\.')}${use}`, 'g'), to),
    code,
  );
}

/** New names for what a file uses already: `pause` becomes `pause2`. */
export function freeNames(declared: readonly string[], source: string): Map<string, string> {
  const taken = (name: string) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(source);
  const names = new Map<string, string>();
  for (const name of declared) {
    if (!taken(name)) continue;
    let number = 2;
    while (taken(`${name}${number}`)) number++;
    names.set(name, `${name}${number}`);
  }
  return names;
}

/** The name of a snippet's helper, with the number that a collision may have given it. */
export const isHelperName = (snippet: Snippet, name: string) =>
  name.startsWith(snippet.helper) && /^\d*$/.test(name.slice(snippet.helper.length));

/**
 * The name by which a file has the helper already: imported, or declared just as ours is. A function of the same name
 * with other parameters is the file's own and stays apart.
 */
export function presentHelper(source: string, headerEnd: number, snippet: Snippet): string | undefined {
  if (new RegExp(`(?<![\\w$])${snippet.helper}(?![\\w$])`).test(source.slice(0, headerEnd)))
    return snippet.helper;
  const lines = snippet.source.split('\n').map((line) => line.replace(/^export /, ''));
  const declaration = new RegExp(`^(?:[a-z][\\w ]*)?(?<![\\w$])${snippet.helper}\\b`);
  const declares = (text: string) => declaration.test(text);
  const line = lines.find(declares) ?? lines.map((text) => text.trimStart()).find(declares);
  if (line === undefined) return undefined;
  const varies = snippet.parameters.some(({ text }) => line.includes(text));
  const fixed = varies ? line.slice(0, line.indexOf('(') + 1) : line;
  const spelled = snippet.declares.reduce(
    (text, name) => text.replace(new RegExp(`(?<![\\w$])${name}\\b`, 'g'), `${name}\\d*`),
    fixed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const present = new RegExp(`^[ \\t]*(?:export |static )?${spelled}${varies ? '' : '\\s*$'}`, 'm').exec(
    source,
  )?.[0];
  return present && new RegExp(`${snippet.helper}\\d*`).exec(present)?.[0];
}

import { parse } from 'yaml';
import { conditions, snippetKinds, valueNames } from './snippet-catalog';
import type { Client, Snippet, SnippetCatalog, SnippetLanguage } from './snippet-catalog';
import { regionsOf } from './source-regions';

/** Every error of a snippet folder, each with the file that it is in. */
export class SnippetCatalogError extends Error {
  constructor(readonly errors: readonly string[]) {
    super(`The snippets have errors:\n${errors.map((error) => `  ${error}`).join('\n')}`);
  }
}

/**
 * Compiles `catalog/snippets/` to one object: each `language.yaml` with the queries and sources that it names.
 * @param files texts by path, relative to `catalog/snippets`, with forward slashes
 * @throws SnippetCatalogError with all errors of all folders
 */
export function compileSnippets(files: Readonly<Record<string, string>>): SnippetCatalog {
  const errors: string[] = [];
  const languages = Object.keys(files)
    .filter((path) => /^[^/]+\/language\.yaml$/.test(path))
    .sort()
    .map((path) => compileLanguage(path, files, errors));
  if (languages.length === 0) errors.push('no */language.yaml');
  const owners = new Map<string, string>();
  for (const language of languages) {
    for (const id of Object.keys(language.grammars ?? {})) {
      const owner = owners.get(id);
      if (owner) errors.push(`${language.id}/language.yaml: language id ${id} belongs to ${owner} already`);
      owners.set(id, language.id);
    }
  }
  if (errors.length > 0) throw new SnippetCatalogError(errors);
  return { languages };
}

function compileLanguage(
  path: string,
  files: Readonly<Record<string, string>>,
  errors: string[],
): SnippetLanguage {
  const folder = path.slice(0, path.indexOf('/'));
  const report = (message: string) => errors.push(`${path}: ${message}`);
  let manifest: SnippetLanguage;
  try {
    manifest = parse(files[path] ?? '') as SnippetLanguage;
  } catch (error) {
    report(String(error instanceof Error ? error.message : error));
    return { id: folder } as SnippetLanguage;
  }
  const missing = (['grammars', 'header', 'style', 'lexical', 'literals', 'clients'] as const).filter(
    (key) => typeof manifest?.[key] === 'undefined',
  );
  if (missing.length > 0) {
    report(`missing: ${missing.join(', ')}`);
    return { id: folder } as SnippetLanguage;
  }
  const read = (name: string, owner: string): string => {
    const text = files[resolvePath(folder, String(name))];
    if (text === undefined) report(`${owner}: no file ${name}`);
    return text ?? '';
  };
  return {
    ...manifest,
    id: folder,
    header: read(manifest.header, 'header'),
    style: read(manifest.style, 'style'),
    clients: manifest.clients.map((client) => compileClient(client, manifest, read, report)),
  };
}

/** A query's file; one that several clients share is told what stands in place of its `{words}`. */
type QueryPart = string | ({ file: string } & Record<string, string>);

const withWords = (text: string, words: Readonly<Record<string, string>>): string =>
  Object.entries(words).reduce((filled, [word, meant]) => filled.replaceAll(`{${word}}`, meant), text);

function compileClient(
  client: Client,
  language: SnippetLanguage,
  read: (name: string, owner: string) => string,
  report: (message: string) => void,
): Client {
  // A query may be put together from several files: what two languages share, and what only one grammar knows.
  const query = (key: 'calls' | 'bindings' | 'request' | 'streams' | 'prepared') =>
    [client[key] as QueryPart | QueryPart[]]
      .flat()
      .map((part) => {
        const { file, ...words } = typeof part === 'string' ? { file: part } : part;
        const text = withWords(read(file, `${client.id}.${key}`), words);
        const open = /"(\{[a-z]+\})"/.exec(text)?.[1];
        if (open) report(`${client.id}.${key}: ${file} is not told what ${open} is`);
        return text;
      })
      .join('\n');
  return {
    ...client,
    calls: query('calls'),
    bindings: query('bindings'),
    request: query('request'),
    streams: query('streams'),
    ...(client.prepared && { prepared: query('prepared') }),
    snippets: client.snippets.map((snippet) => {
      const owner = `${client.id}.${snippet.kind}`;
      // A helper may need another one of the language.
      const source = [snippet.source]
        .flat()
        .map((name) => read(name, `${owner}.source`))
        .join('\n');
      if (source) checkSnippet({ ...snippet, source }, language, (message) => report(`${owner}: ${message}`));
      return { ...snippet, source };
    }),
  };
}

function checkSnippet(snippet: Snippet, language: SnippetLanguage, report: (message: string) => void): void {
  if (!snippetKinds.includes(snippet.kind)) report(`unknown kind`);
  if (!snippet.declares?.includes(snippet.helper))
    report(`declares does not name the helper ${snippet.helper}`);
  for (const name of snippet.declares ?? []) {
    if (!new RegExp(`\\b${name}\\b`).test(snippet.source)) report(`the source does not declare ${name}`);
  }
  for (const parameter of snippet.parameters ?? []) {
    if (!valueNames.includes(parameter.value)) report(`unknown value ${parameter.value}`);
    if (!snippet.source.includes(parameter.text)) report(`the source does not hold ${parameter.text}`);
  }
  const regions = regionsOf(snippet.source, language.lexical.comment);
  if (regions.error) report(regions.error);
  const known = [...conditions, ...language.clients.map(({ id }) => id)];
  for (const name of regions.conditions) {
    if (!known.includes(name)) report(`unknown condition ${name}`);
  }
}

function resolvePath(folder: string, name: string): string {
  const parts: string[] = [folder];
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import * as treeSitter from '@vscode/tree-sitter-wasm';
import type { Api } from '../../../src/core/catalog/catalog';
import { compileSnippets } from '../../../src/core/snippets/compile-snippets';
import { languageFor } from '../../../src/core/snippets/find-calls';
import type { ParsedDocument } from '../../../src/core/snippets/find-calls';
import { listActions } from '../../../src/core/snippets/list-actions';
import type { ActionOffer, Surroundings } from '../../../src/core/snippets/list-actions';
import type { SnippetKind } from '../../../src/core/snippets/snippet-catalog';
import { createGrammar } from '../../../src/core/snippets/syntax';
import type { Grammar, TreeSitter } from '../../../src/core/snippets/syntax';
import { applyEdits } from '../../../src/core/snippets/text-edit';

const wasm = dirname(require.resolve('@vscode/tree-sitter-wasm'));
const initialized = treeSitter.Parser.init({ locateFile: (file: string) => join(wasm, file) });

/** `catalog/snippets`, on disk. */
export const snippetFolder = join(__dirname, '../../../catalog/snippets');

/** Every file of `catalog/snippets`, by its path relative to it. */
export function snippetFiles(): Record<string, string> {
  const entries = readdirSync(snippetFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(snippetFolder, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}

export const snippets = compileSnippets(snippetFiles());

const grammars = new Map<string, Grammar>();

/** Loads each grammar once. */
export async function grammarFor(languageId: string): Promise<Grammar> {
  const name = languageFor(snippets, languageId)?.grammar ?? '';
  const loaded = grammars.get(name);
  if (loaded) return loaded;
  await initialized;
  const language = await treeSitter.Language.load(readFileSync(join(wasm, `${name}.wasm`)));
  const grammar = createGrammar(treeSitter as unknown as TreeSitter<treeSitter.Language>, language);
  grammars.set(name, grammar);
  return grammar;
}

export async function parse(source: string, languageId: string): Promise<ParsedDocument> {
  const grammar = await grammarFor(languageId);
  const tree = grammar.parse(source);
  if (!tree) throw new Error('not parsed');
  return { source, languageId, grammar, tree };
}

/** The offers at `‸`, which is taken out of the source; without it, at the first character. */
export async function offersAt(
  marked: string,
  languageId: string,
  api?: Api,
  packages: readonly string[] = [],
): Promise<ActionOffer[]> {
  const dependencies = new Map(packages.map((name) => [name, '']));
  return offersIn(marked, languageId, { apiOf: () => api, dependencies });
}

/** The same with all that can be known of the file. */
export async function offersIn(
  marked: string,
  languageId: string,
  surroundings: Surroundings,
): Promise<ActionOffer[]> {
  const offset = Math.max(0, marked.indexOf('‸'));
  return listActions(snippets, await parse(marked.replace('‸', ''), languageId), offset, surroundings);
}

/** The whole file after an action at `‸`; undefined where it is not offered, its English reason where it is disabled. */
export async function apply(
  kind: SnippetKind,
  marked: string,
  languageId: string,
  api?: Api,
  packages?: readonly string[],
): Promise<string | undefined> {
  const offers = await offersAt(marked, languageId, api, packages);
  const offer = offers.find((candidate) => candidate.kind === kind);
  if (!offer) return undefined;
  if ('disabledReason' in offer) return `disabled: ${offer.disabledReason.template}`;
  return applyEdits(marked.replace('‸', ''), offer.edits);
}

/** A snippet as it is inserted where the API is not known: without its imports, its optional regions and `export`. */
export function helperText(path: string): string {
  return (snippetFiles()[path] ?? '')
    .replace(/^ *(?:\/\/|#) when: [\s\S]*?(?:\/\/|#) end\n/gm, '')
    .replace(/^import .*\n/gm, '')
    .replace(/^export /gm, '')
    .trimStart();
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Language, Parser, Query } from '@vscode/tree-sitter-wasm';
import { createGrammar, type Grammar } from '../../core/snippets/syntax';

/** Loads grammars from `folder`, each once and when it is first asked for. */
export function grammarLoader(folder: string): (name: string) => Promise<Grammar> {
  const loading = new Map<string, Promise<Grammar>>();
  let runtime: Promise<void> | undefined;
  return (name) => {
    runtime ??= Parser.init({ locateFile: (file: string) => join(folder, file) });
    const known = loading.get(name);
    if (known) return known;
    const grammar = runtime
      .then(() => readFile(join(folder, `${name}.wasm`)))
      .then((bytes) => Language.load(bytes))
      .then((language) => createGrammar({ Parser, Query }, language));
    loading.set(name, grammar);
    return grammar;
  };
}

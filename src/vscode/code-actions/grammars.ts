import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Language, Parser, Query } from '@vscode/tree-sitter-wasm';
import { createGrammar, type Grammar } from '../../core/snippets/syntax';

const decompress = promisify(brotliDecompress);

/** Loads grammars from `folder`, each once and when it is first asked for; one that failed is tried anew. */
export function grammarLoader(folder: string): (name: string) => Promise<Grammar> {
  const read = async (name: string): Promise<Uint8Array> =>
    decompress(await readFile(join(folder, `${name}.wasm.br`)));
  const runtime = once(async () => {
    const given = { wasmBinary: await read('tree-sitter'), locateFile: (file: string) => file };
    await Parser.init(given);
  });
  const grammars = new Map<string, () => Promise<Grammar>>();
  const load = async (name: string): Promise<Grammar> => {
    const [bytes] = await Promise.all([read(name), runtime()]);
    return createGrammar({ Parser, Query }, await Language.load(bytes));
  };
  return (name) => {
    const grammar = grammars.get(name) ?? once(() => load(name));
    grammars.set(name, grammar);
    return grammar();
  };
}

/** Does it once; after a failure, again when it is next asked for. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () =>
    (running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    }));
}

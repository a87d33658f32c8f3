import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { SnippetCatalog } from '../../core/snippets/snippet-catalog';

/** The snippets as the build has compiled them into the extension's `dist` folder. */
export function readSnippets(dist: string): SnippetCatalog {
  const bytes = brotliDecompressSync(readFileSync(join(dist, 'snippets.json.br')));
  return JSON.parse(bytes.toString()) as SnippetCatalog;
}

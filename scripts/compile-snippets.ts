import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { compileSnippets } from '../src/core/snippets/compile-snippets';
import type { SnippetCatalog } from '../src/core/snippets/snippet-catalog';
import { root } from './catalog-files';

/** Compiles `catalog/snippets/` into `dist/snippets.json.br`, a third smaller in the package than by zip; throws with every error where something is wrong. */
export function compileShippedSnippets(): SnippetCatalog {
  const folder = join(root, 'catalog', 'snippets');
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).split(sep).join('/')] = readFileSync(path, 'utf8');
  }
  const catalog = compileSnippets(files);
  writeFileSync(join(root, 'dist', 'snippets.json.br'), brotliCompressSync(JSON.stringify(catalog)));
  return catalog;
}

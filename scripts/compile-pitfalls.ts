import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { compilePitfalls } from '../src/core/pitfalls/compile-pitfalls';
import { root } from './catalog-files';

const folder = join(root, 'catalog', 'pitfalls');

/** Every file of `catalog/pitfalls`, by its name. */
export function pitfallFiles(): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Compiles `catalog/pitfalls/` into `dist/pitfalls.json.br`; throws with every error where something is wrong. */
export function compileShippedPitfalls(): void {
  writeFileSync(
    join(root, 'dist', 'pitfalls.json.br'),
    brotliCompressSync(JSON.stringify(compilePitfalls(pitfallFiles()))),
  );
}

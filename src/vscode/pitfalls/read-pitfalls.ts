import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { PitfallCatalog } from '../../core/pitfalls/pitfall-catalog';

/** The compiled pitfalls of the extension's `dist` folder. */
export function readPitfalls(dist: string): PitfallCatalog {
  const bytes = brotliDecompressSync(readFileSync(join(dist, 'pitfalls.json.br')));
  return JSON.parse(bytes.toString('utf8')) as PitfallCatalog;
}

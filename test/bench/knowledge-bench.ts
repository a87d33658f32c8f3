import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogIndex } from '../../src/core/catalog/catalog-index';
import { compileCatalogs, serializeCompiled } from '../../src/core/catalog/compile';
import type { Core } from './bundled';
import { type Figure, percentile, sampled } from './figure';
import { generateCatalogs } from './generated-catalogs';

/** Index and hover at 1,000 APIs × 100 problems, and at 10 × 100 to see that nothing grows with the catalogs. */
export function measureKnowledge(core: Core): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'catalogs-'));
  try {
    const small = load(core, writeCatalogs(folder, 10)).index;
    const path = writeCatalogs(folder, 1000);
    // The fastest of some: a pause of the machine is none of ours.
    const loads = [0, 1, 2, 3].map(() => load(core, path).milliseconds);
    const { index, megabytes } = load(core, path);
    const document = generatedLog(5_000_000);
    const many = hovers(core, document, index);
    const few = hovers(core, document, small);
    const longLine = hovers(core, document.slice(0, 1_000_000).replaceAll('\n', ' '), index);
    return [
      { name: 'index of 1,000 × 100, build', value: Math.min(...loads), unit: 'ms', limit: 300 },
      { name: 'index of 1,000 × 100, memory', value: megabytes, unit: 'MB', limit: 60 },
      {
        name: 'hover in 5 MB, p99',
        value: percentile(many, 99),
        unit: 'ms',
        limit: 1,
        note: `median ${percentile(many, 50).toFixed(3)} ms; with 10 × 100: p99 ${percentile(few, 99).toFixed(3)} ms`,
      },
      { name: 'hover on a line of 1 MB, p99', value: percentile(longLine, 99), unit: 'ms', limit: 1 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeCatalogs(folder: string, apis: number): string {
  const path = join(folder, `${apis}.jsonl`);
  writeFileSync(path, serializeCompiled(compileCatalogs(generateCatalogs(apis, 100))));
  return path;
}

function load(
  { buildCatalogIndex, openCompiled }: Core,
  path: string,
): { index: CatalogIndex; milliseconds: number; megabytes: number } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const index = buildCatalogIndex([openCompiled(path)]);
  const milliseconds = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return { index, milliseconds, megabytes: bytes / 1e6 };
}

function hovers(
  { evidenceAround, explain, mentionAt }: Core,
  document: string,
  index: CatalogIndex,
): number[] {
  const steps = 4000;
  const hover = (step: number): void => {
    const offset = Math.floor((document.length / steps) * step);
    const mention = mentionAt(document, offset, index, 'log');
    if (mention) explain(mention, document, evidenceAround(document, offset, index), index, 'en');
  };
  sampled(500, hover);
  // A pause of the machine is none of ours: each place counts as its fastest of three.
  const fastest = Array.from({ length: steps }, (_, step) => sampled(3, () => hover(step))[0] ?? 0);
  return fastest.sort((a, b) => a - b);
}

/** Lines as servers write them: most say nothing, some name a problem. */
function generatedLog(characters: number): string {
  const lines: string[] = [];
  for (let size = 0, line = 0; size < characters; line++) {
    const api = (line * 37) % 1000;
    const text = [
      `2026-11-21T01:02:${line % 60}Z INFO request ${line} to https://api-${api}.example.com/v${api}/resource3/9 took ${line % 900} ms`,
      `10.0.0.${line % 255} - - [21/Nov/2026:01:02:03 +0000] "GET /v${api}/resource1 HTTP/1.1" ${200 + (line % 4) * 100} 5120 "-" "curl/7.88"`,
      `ERROR {"error":{"code":"TOKEN_EXPIRED_1","message":"The token expired of API ${api} failed at step 1 after 30 ms"}}`,
      `WARN A${api}_ORDER_EXPIRED_0 while ORDER_LOCKED_20 was held`,
    ][line % 4] as string;
    lines.push(text);
    size += text.length + 1;
  }
  return lines.join('\n');
}

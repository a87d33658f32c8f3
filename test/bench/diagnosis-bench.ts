import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCatalogIndex } from '../../src/core/catalog/catalog-index';
import { diagnose } from '../../src/core/diagnose/diagnose';
import { identifyApi } from '../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../src/core/diagnose/index-knowledge';
import { plainL10n } from '../../src/core/text/language';
import { runRequest } from '../../src/http/run';
import { openCompiled } from '../../src/vscode/knowledge/open-compiled';
import { type Figure, percentile } from './figure';

const runs = 200;
const body = JSON.stringify({ error: { code: 'TOKEN_EXPIRED', message: 'Access token has expired' } });

/** What a diagnosis adds to a bare request over Node's own client: parsing, resolving, observing, judging. */
export async function measureDiagnosis(root: string): Promise<Figure[]> {
  const server = createServer((_request, response) =>
    response.writeHead(401, { 'Content-Type': 'application/json' }).end(body),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'diagnosis-'));
  const file = join(folder, 'bench.http');
  const url = `http://127.0.0.1:${port}/api/v1/orders`;
  await writeFile(file, `GET ${url}\nAuthorization: Bearer abcdef\n`);
  const index = buildCatalogIndex([openCompiled(join(root, 'dist', 'catalogs.jsonl.br'))]);
  const knowledge = indexKnowledge(index);
  const l10n = plainL10n();

  const bare: number[] = [];
  const run: number[] = [];
  const judge: number[] = [];
  try {
    for (let time = -20; time < runs; time++) {
      const exchangeTime = await timed(() => bareRequest(url));
      let start = performance.now();
      const exchange = await runRequest({ file, line: 0, trusted: true });
      const runTime = performance.now() - start;
      start = performance.now();
      const api = identifyApi(exchange, index.apis, ({ id }, code) => knowledge.byCode(id, code).length > 0);
      diagnose(exchange, { api, knowledge, now: Date.now(), l10n });
      const judgeTime = performance.now() - start;
      if (time < 0) continue;
      bare.push(exchangeTime);
      run.push(runTime);
      judge.push(judgeTime);
    }
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
  const median = (values: number[]): number =>
    percentile(
      values.sort((a, b) => a - b),
      50,
    );
  const [bareTime, runTime, judgeTime] = [median(bare), median(run), median(judge)];
  return [
    {
      name: 'diagnosis, added to the exchange',
      value: runTime + judgeTime - bareTime,
      unit: 'ms',
      limit: 10,
      note: `medians of ${runs}: bare request ${bareTime.toFixed(1)} ms, run ${runTime.toFixed(1)} ms, judged in ${judgeTime.toFixed(1)} ms`,
    },
  ];
}

function bareRequest(url: string): Promise<void> {
  return new Promise((settle, reject) => {
    get(url, { agent: false }, (response) => response.resume().on('end', settle)).on('error', reject);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

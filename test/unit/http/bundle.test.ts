import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { startServer } from './servers';
import { makeWorkspace } from './workspace';

const REPOSITORY = resolve(__dirname, '../../..');

describe('run: the bundle', () => {
  it('stays small without the other protocols, and runs', async function () {
    this.timeout(20_000);
    const workspace = await makeWorkspace();
    const server = await startServer((_request, response) => response.end('from the server'));
    const table = JSON.parse(
      await readFile(resolve(REPOSITORY, 'src/http/bundle-aliases.json'), 'utf8'),
    ) as object;
    const outfile = workspace.path('run.js');
    await build({
      entryPoints: [resolve(REPOSITORY, 'src/http/run.ts')],
      outfile,
      bundle: true,
      minify: true,
      legalComments: 'none',
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
      alias: Object.fromEntries(
        Object.entries(table).map(([name, path]) => [name, resolve(REPOSITORY, path)]),
      ),
    });
    assert.ok(gzipSync(await readFile(outfile)).length <= 450_000);

    const text = `GET ${server.origin}/{{$guid}}?{{1 + 1}}`;
    const options = { file: workspace.path('a.http'), text, line: 0, trusted: true };
    const script = `require(${JSON.stringify(outfile)}).runRequest(${JSON.stringify(options)})
      .then(({ outcome }) => console.log(outcome.body.text))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
    assert.equal(stdout, 'from the server\n');
    assert.match(server.requests[0] ?? '', /^GET \/[\da-f-]{36}\?2$/);
    await Promise.all([server.close(), workspace.remove()]);
  });
});

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
  it('stays small without the other protocols, runs, and signs in by a browser', async function () {
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

    // A browser that is signed in already: it follows to where the code is handed over.
    const signIn = await startServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
      const back = `${searchParams.get('redirect_uri')}?code=c&state=${searchParams.get('state')}`;
      if (pathname === '/authorize') response.writeHead(302, { Location: back }).end();
      else response.setHeader('Content-Type', 'application/json').end('{"access_token":"by-browser"}');
    });
    const callback = await startServer(() => {});
    await callback.close();
    const variables = {
      tokenEndpoint: `${signIn.origin}/token`,
      authorizationEndpoint: `${signIn.origin}/authorize`,
      clientId: 'id',
      redirectUri: `http://127.0.0.1:${callback.port}/callback`,
    };
    const definitions = Object.entries(variables).map(([name, value]) => `@oauth2_${name} = ${value}\n`);
    const oauth = `${definitions.join('')}GET ${signIn.origin}/me\nAuthorization: oauth2 code`;
    const signing = `require(${JSON.stringify(outfile)}).runRequest({
        ...${JSON.stringify({ ...options, text: oauth, line: definitions.length })},
        open: async (url) => void (await fetch(url)),
      }).then(({ request }) => {
        console.log(request.headers.find(([name]) => name === 'Authorization')[1]);
        process.exit();
      })`;
    const signed = await promisify(execFile)(process.execPath, ['-e', signing]);
    assert.equal(signed.stdout, 'Bearer by-browser\n');
    await signIn.close();
    await Promise.all([server.close(), workspace.remove()]);
  });
});

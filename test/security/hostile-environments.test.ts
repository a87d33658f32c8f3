import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import type { RunOptions } from '../../src/http/run';
import { listEnvironments } from '../../src/http/environments';
import { startServer, type TestServer } from '../unit/http/servers';
import { makeWorkspace, type TestWorkspace } from '../unit/http/workspace';
import { activeParts } from './active-markdown';
import { hostileFragments } from './hostile-fragments';
import { showEverything } from './shown';

/** Milliseconds that nothing here may take. */
const bound = 10_000;

describe('hostile environments', () => {
  let server: TestServer;
  before(async () => void (server = await startServer((_request, response) => response.end('{}'))));
  after(() => server.close());

  /** Runs `GET …?a={{v0}}` in a workspace with these files, in time, and shows it. */
  async function run(
    files: Readonly<Record<string, string>>,
    options: Partial<RunOptions> & { text?: string } = {},
    prepare?: (workspace: TestWorkspace) => unknown,
  ): Promise<string> {
    const workspace = await makeWorkspace({ 'other.env.txt': '', ...files });
    try {
      await prepare?.(workspace);
      const start = performance.now();
      const { text = `GET ${server.origin}/x?a={{v0}}`, ...rest } = options;
      const exchange = await workspace.run(text, rest);
      for (const { diagnosis } of showEverything(exchange))
        assert.deepEqual(activeParts(diagnosis.report), []);
      const took = performance.now() - start;
      assert.ok(took < bound, `took ${took} ms`);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      const { outcome } = exchange;
      return outcome.kind === 'response' ? String(outcome.status) : outcome.code;
    } finally {
      await workspace.remove();
    }
  }
  const json = (variables: object): Record<string, string> => ({
    'http-client.env.json': JSON.stringify({ dev: variables }),
  });

  const doubled = (count: number, line: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n');
  const freezing: [what: string, files: Readonly<Record<string, string>>, text?: string][] = [
    ['400,000 variables', { '.env': doubled(400_000, (at) => `v${at}=x`) }],
    ['400,000 variables in JSON', json(Object.fromEntries(Array.from({ length: 400_000 }, (_, at) => [`v${at}`, 'x'])))],
    ['variables that double', { '.env': `${doubled(40, (at) => `v${at}={{v${at + 1}}}{{v${at + 1}}}`)}\nv40=x` }],
    ['variables that double in the file', {}, `${doubled(40, (at) => `@v${at}={{v${at + 1}}}{{v${at + 1}}}`)}\n@v40=x\nGET ORIGIN/x?a={{v0}}`],
    ['variables that double backwards', { '.env': `v40=x\n${doubled(40, (at) => `v${39 - at}={{v${40 - at}}}{{v${40 - at}}}`)}` }],
    ['a variable of itself', { '.env': 'v0=a{{v0}}b' }],
    ['two variables of each other', { '.env': 'v0={{v1}}\nv1={{v0}}' }],
    ['a line without an end', { '.env': `v0="${'x'.repeat(900_000)}` }],
    ['spaces', { '.env': `v0=${' '.repeat(900_000)}x` }],
    ['braces', { '.env': `v0=${'{{'.repeat(200_000)}` }],
    ['20,000 environments', { 'http-client.env.json': JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`e${at}`, { v0: '1' }]))) }],
    ['depth', { 'http-client.env.json': `{"dev":{"v0":"1","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}}` }],
    ['depth with a prototype', { 'http-client.env.json': `{"dev":{"__proto__":{"polluted":1},"v0":"1","deep":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}` }],
  ]; // prettier-ignore
  for (const [what, files, text] of freezing)
    it(`${what} do not hold anything up`, () =>
      run(files, { environment: ['dev'], text: text?.replace('ORIGIN', server.origin) })).timeout(30_000);

  const polluting: [what: string, files: Readonly<Record<string, string>>][] = [
    ['__proto__ of .env', { '.env': '__proto__=polluted\n__proto__.polluted=yes\nconstructor.prototype.polluted=yes' }],
    ['__proto__ of an environment', { 'http-client.env.json': '{"dev":{"__proto__":{"polluted":"yes"}}}' }],
    ['__proto__ that is escaped', { 'http-client.env.json': '{"dev":{"\\u005f_proto__":{"polluted":"yes"}},"\\u005f_proto__":{"polluted":"yes"}}' }],
    ['constructor', { 'http-client.env.json': '{"dev":{"constructor":{"prototype":{"polluted":"yes"}}}}' }],
    ['a private twin', { 'http-client.env.json': '{"dev":{}}', 'http-client.private.env.json': '{"__proto__":{"polluted":"yes"},"dev":{"__proto__":{"polluted":"yes"}}}' }],
    ['an environment that is a list', { 'http-client.env.json': '{"dev":["polluted"],"$shared":null}' }],
    ['no object', { 'http-client.env.json': '"dev"' }],
    ['no JSON', { 'http-client.env.json': '{' }],
    ['bytes', { '.env': '\0\ufeff\u202ev0=\0' }],
  ]; // prettier-ignore
  for (const [what, files] of polluting)
    it(`${what} changes no object`, () => run(files, { environment: ['dev', '__proto__', 'constructor'] }));

  it('variables of the file change no object', async () => {
    for (const name of ['__proto__', '__proto__.polluted', 'constructor.prototype.polluted', 'toString'])
      await run({}, { text: `@${name}=yes\n@v0=1\nGET ${server.origin}/x?a={{v0}}` });
  });

  it('names are texts: none runs, none leads elsewhere', async () => {
    const ran = '/tmp/__hostile_environment_ran';
    const names = [`$(touch ${ran})`, `;touch ${ran}`, '../../etc/passwd', 'a\nb', '$(zap)', ...hostileFragments];
    const files = { 'http-client.env.json': JSON.stringify(Object.fromEntries(names.map((name) => [name, { v0: '1' }]))) };
    for (const name of names) await run(files, { environment: [name] });
    assert.throws(() => execFileSync('ls', [ran], { stdio: 'pipe' }));
  }); // prettier-ignore

  const special: [what: string, prepare: (workspace: TestWorkspace) => unknown][] = [
    ['a pipe', ({ path }) => execFileSync('mkfifo', [path('.env'), path('http-client.env.json'), path('body.txt')])],
    ['a device', async ({ path }) => {
      for (const name of ['.env', 'http-client.env.json', 'body.txt']) await symlink('/dev/zero', path(name));
    }],
    ['a folder', ({ path }) => execFileSync('mkdir', [path('.env'), path('http-client.env.json'), path('body.txt')])],
    ['a link to itself', async ({ path }) => {
      for (const name of ['.env', 'http-client.env.json', 'body.txt']) await symlink(path(name), path(name));
    }],
  ]; // prettier-ignore
  for (const [what, prepare] of process.platform === 'win32' ? [] : special) {
    it(`${what} in place of an environment is none`, async () => {
      assert.equal(await run({}, { environment: ['dev'] }, prepare), 'UNRESOLVED_VARIABLE');
    });
    for (const mark of ['<', '<@'])
      it(`${what} in place of a body is not read by ${mark}`, async () => {
        const text = `POST ${server.origin}/x\nContent-Type: text/plain\n\n${mark} ./body.txt`;
        assert.equal(await run({}, { text }, prepare), 'BODY_FILE_MISSING');
      });
  }

  it('the list of environments is read in time, whatever is in it', async () => {
    const workspace = await makeWorkspace({
      'http-client.env.json': JSON.stringify(Object.fromEntries(hostileFragments.map((name) => [name, {}]))),
      '.env': 'x'.repeat(2_000_000),
    });
    const { root, path } = workspace;
    await listEnvironments({ file: path('a.http'), text: 'GET x', root });
    await workspace.remove();
  });
});

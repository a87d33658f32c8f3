import { strict as assert } from 'node:assert';
import type { Failure, WrittenRequest } from '../../../src/core/exchange/exchange';
import { startServer, type TestServer } from './servers';
import { makeWorkspace, type TestWorkspace } from './workspace';

interface Case {
  readonly what: string;
  readonly text: string;
  readonly code: string;
  readonly message?: RegExp;
  /** `name@line:character`, zero-based. */
  readonly unresolved?: readonly string[];
  /** Requests that may be sent on the way. */
  readonly sent?: readonly string[];
}

const cases: Case[] = [
  {
    what: 'undefined variables, wherever they stand',
    text: 'POST {{base}}/{{ a }}?q={{b.c}}\nX-H: {{h}}\nContent-Type: application/json\n\n{"v":"{{v}}", "w":"{{v}}"}',
    code: 'UNRESOLVED_VARIABLE',
    message: /\{\{a\}\}.*have no value/,
    unresolved: ['a@0:14', 'b.c@0:24', 'v@4:6', 'v@4:19', 'h@1:5'],
  },
  {
    what: 'an undefined host',
    text: 'GET {{nowhere}}/x',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['nowhere@0:4'],
  },
  {
    what: 'a property of nothing',
    text: 'GET {{base}}/{{login.body.token}}',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['login.body.token@0:13'],
  },
  {
    what: 'no JavaScript',
    text: 'GET {{base}}/{{my variable}}',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['my variable@0:13'],
  },
  {
    what: 'an unknown dynamic variable',
    text: 'GET {{base}}/{{$nonsense}}',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['$nonsense@0:13'],
  },
  {
    what: 'a variable that is defined by an undefined one',
    text: '@token = {{secret}}\n\nGET {{base}}/x\nAuthorization: Bearer {{token}}',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['secret@0:9'],
  },
  {
    what: 'a property that the answer to a referenced request lacks',
    text: '# @name login\nPOST {{base}}/login\n\n###\n# @ref login\nGET {{base}}/x\nAuthorization: Bearer {{login.nope}}',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['login.nope@6:22'],
    sent: ['POST /login'],
  },
  {
    what: 'a referenced request with an undefined variable',
    text: '# @name login\nPOST {{base}}/{{user}}\n\n###\n# @ref login\nGET {{base}}/x',
    code: 'UNRESOLVED_VARIABLE',
    unresolved: ['user@1:14'],
  },
  {
    what: 'a referenced request that is refused',
    text: '# @name login\nPOST {{base}}/401\n\n###\n# @ref login\nGET {{base}}/x\nAuthorization: Bearer {{login.token}}',
    code: 'REFERENCED_REQUEST_FAILED',
    message: /“login”.* 401 /,
    unresolved: ['login.token@6:22'],
    sent: ['POST /401'],
  },
  {
    what: 'a referenced request that gets no answer',
    text: '# @name login\nPOST http://nx.invalid/\n\n###\n# @ref login\nGET {{base}}/x',
    code: 'REFERENCED_REQUEST_FAILED',
    message: /“login”.*nx\.invalid/,
  },
  {
    what: 'a referenced request whose script fails',
    text: '# @name login\n{{\n  throw new Error("boom");\n}}\nPOST {{base}}/x\n\n###\n# @ref login\nGET {{base}}/x',
    code: 'REFERENCED_REQUEST_FAILED',
    message: /“login”.*boom/,
  },
  {
    what: 'a reference to nothing',
    text: '# @ref login\nGET {{base}}/x',
    code: 'REFERENCED_REQUEST_FAILED',
    message: /login/,
  },
  {
    what: 'a reference to itself',
    text: '# @name a\n# @ref a\nGET {{base}}/x',
    code: 'CIRCULAR_REFERENCE',
    message: /a → a/,
  },
  {
    what: 'references in a circle',
    text: '# @name a\n# @ref b\nGET {{base}}/a\n\n###\n# @name b\n# @ref c\nGET {{base}}/b\n\n###\n# @name c\n# @ref a\nGET {{base}}/c',
    code: 'CIRCULAR_REFERENCE',
    message: /c → a → b → c/,
  },
  {
    what: 'forced references in a circle',
    text: '# @name a\n# @forceRef b\nGET {{base}}/a\n\n###\n# @name b\n# @forceRef a\nGET {{base}}/b',
    code: 'CIRCULAR_REFERENCE',
    message: /b → a → b/,
  },
  {
    what: 'a missing body file',
    text: 'POST {{base}}/x\n\n< ./no/such.json',
    code: 'BODY_FILE_MISSING',
    message: /\.\/no\/such\.json/,
  },
  {
    what: 'a missing imported file',
    text: '# @import ./no-such.http\nGET {{base}}/x',
    code: 'BODY_FILE_MISSING',
    message: /no-such/,
  },
  {
    what: 'a body file outside of the workspace',
    text: 'POST {{base}}/x\n\n< ../outside.json',
    code: 'BODY_FILE_MISSING',
    message: /\.\.\/outside\.json.*outside/,
  },
  {
    what: 'an absolute body file outside of the workspace',
    text: 'POST {{base}}/x\n\n< /etc/hostname',
    code: 'BODY_FILE_MISSING',
    message: /outside/,
  },
  {
    what: 'a link that leads out of the workspace',
    text: 'POST {{base}}/x\n\n< ./link.json',
    code: 'BODY_FILE_MISSING',
    message: /outside/,
  },
  { what: 'a quoted URL', text: 'GET "{{base}}/x"', code: 'INVALID_URL', message: /"http/ },
  { what: 'a path without a host', text: 'GET /orders', code: 'INVALID_URL', message: /\/orders/ },
  { what: 'a URL of another scheme', text: 'GET ftp://files.example/x', code: 'INVALID_URL' },
  { what: 'prose', text: 'hello world', code: 'INVALID_URL', message: /hello world/ },
  {
    what: 'a script that throws',
    text: '{{\n  throw new Error("boom");\n}}\nGET {{base}}/x',
    code: 'SCRIPT_FAILED',
    message: /boom/,
  },
  {
    what: 'a script that is no JavaScript',
    text: '{{\n  const const;\n}}\nGET {{base}}/x',
    code: 'SCRIPT_FAILED',
  },
  {
    what: 'an expression that throws',
    text: 'GET {{base}}/{{(() => { throw new Error("boom") })()}}',
    code: 'SCRIPT_FAILED',
    message: /boom/,
  },
  {
    what: 'a script for all requests that throws',
    text: '{{\n  throw new Error("boom");\n}}\n###\nGET {{base}}/x',
    code: 'SCRIPT_FAILED',
    message: /boom/,
  },
  {
    what: 'a script that cancels',
    text: '{{\n  exports.$cancel = true;\n}}\nGET {{base}}/x',
    code: 'SCRIPT_FAILED',
  },
  {
    what: 'gRPC',
    text: 'GRPC localhost:1/pkg.Service/Method',
    code: 'UNSUPPORTED_PROTOCOL',
    message: /GRPC/,
  },
  { what: 'WebSocket', text: 'WS ws://localhost:1/x', code: 'UNSUPPORTED_PROTOCOL' },
  { what: 'server-sent events', text: 'SSE {{base}}/x', code: 'UNSUPPORTED_PROTOCOL' },
  { what: 'MQTT', text: 'MQTT mqtt://localhost:1', code: 'UNSUPPORTED_PROTOCOL' },
  { what: 'AMQP', text: 'AMQP amqp://localhost:1', code: 'UNSUPPORTED_PROTOCOL' },
];

describe('run: what is not sent', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    server = await startServer((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.writeHead(Number(/^\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 200)).end('{}');
    });
    workspace = await makeWorkspace({ '.env': `base=${server.origin}`, '../outside.json': '{}' });
    const { symlink } = await import('node:fs/promises');
    await symlink(workspace.path('../outside.json'), workspace.path('link.json'));
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  for (const { what, text, code, message = /./, unresolved = [], sent = [] } of cases) {
    it(what, async () => {
      const count = server.requests.length;
      const line = text.split('\n').length - 1;
      const { outcome, written, request } = await workspace.run(text, { line });
      assert.deepEqual(server.requests.slice(count), sent);
      const failure = outcome as Failure;
      assert.equal(outcome.kind, 'failure');
      assert.equal(failure.code, code, JSON.stringify(failure));
      assert.match(failure.message, message);
      assert.equal(failure.phase, 'prepare');
      assert.equal(failure.chain[0]?.code, code);
      assert.deepEqual(positions(written), unresolved);
      assert.ok(request.method);
      assert.ok(request.url);
    });
  }

  const rejections: [
    what: string,
    reason: string,
    options: Parameters<TestWorkspace['run']>[1],
    text: string,
  ][] = [
    ['an untrusted workspace', 'untrusted', { trusted: false }, 'GET {{base}}/x'],
    ['an empty file', 'empty-file', {}, ' \n\n'],
    ['a file without a request', 'no-request', { line: 0 }, '@a = 1\n'],
    ['a line outside of every request', 'no-request', { line: 0 }, '@a = 1\n\n###\nGET {{base}}/x'],
    ['a line after the end', 'no-request', { line: 99 }, 'GET {{base}}/x'],
    ['a disabled request', 'no-request', {}, '# @disabled\nGET {{base}}/x'],
    ['an unreadable file', 'unreadable', { name: 'missing.http', text: undefined, line: 0 }, ''],
    ['a question that nobody answers', 'cancelled', {}, 'GET {{base}}/{{$input colour}}'],
    [
      'a question that is declined',
      'cancelled',
      { ask: async () => undefined },
      '# @note sure?\nGET {{base}}/x',
    ],
    ['a cancelled signal', 'cancelled', { signal: AbortSignal.abort() }, 'GET {{base}}/x'],
  ];
  for (const [what, reason, options, text] of rejections) {
    it(`rejects ${what}, readably`, async () => {
      const count = server.requests.length;
      await assert.rejects(workspace.run(text, options), (error: Error & { reason?: string }) => {
        assert.equal(error.name, 'RunError');
        assert.equal(error.reason, reason);
        assert.match(error.message, /^\S.*\.$/);
        return true;
      });
      assert.equal(server.requests.length, count);
    });
  }

  it('runs nothing of an untrusted workspace: no script, no configuration', async () => {
    const mark = '__ran';
    const bad = await makeWorkspace({
      '.httpyac.js': `globalThis.${mark} = true; module.exports = {};`,
      'package.json': '{"httpyac":{}}',
    });
    await assert.rejects(bad.run(`{{\n globalThis.${mark} = true;\n}}\nGET {{base}}/x`, { trusted: false }));
    assert.equal((globalThis as Record<string, unknown>)[mark], undefined);
    await bad.remove();
  });
});

const positions = (written: WrittenRequest | undefined): string[] | undefined =>
  written?.unresolvedVariables.map(({ name, line, character }) => `${name}@${line}:${character}`);

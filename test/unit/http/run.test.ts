import { strict as assert } from 'node:assert';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { Session } from '../../../src/http/session';
import { startServer, type TestServer } from './servers';
import { makeWorkspace, type TestWorkspace } from './workspace';

describe('run', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    server = await startServer((request, response) => {
      if (request.url === '/login') {
        response.setHeader('Content-Type', 'application/json');
        response.setHeader('Set-Cookie', 'sid=c1; Path=/');
        response.end(JSON.stringify({ access_token: `token-${server.requests.length}` }));
      } else if (request.url === '/digest' && !request.headers.authorization) {
        response.writeHead(401, { 'WWW-Authenticate': 'Digest realm="r", nonce="n", qop="auth"' }).end();
      } else if (request.url === '/refuse') response.writeHead(400).end('{"error":"invalid_client"}');
      else response.end('ok');
    });
    workspace = await makeWorkspace({
      'http-client.env.json': JSON.stringify({
        dev: { base: server.origin, who: 'public' },
        prod: { base: 'http://nx.invalid' },
      }),
      'http-client.private.env.json': JSON.stringify({ dev: { key: 'private-key' } }),
      '.env': `DOTENV=from-dotenv\nBASE=${server.origin}`,
      'body.json': '{"from":"file"}',
      'template.json': '{"who":"{{who}}"}',
      'parts/shared.http': `# @name shared\nGET ${server.origin}/shared`,
    });
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  const sentHeader = ({ request }: Exchange, name: string): string | undefined =>
    request.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

  describe('variables', () => {
    const cases: [what: string, text: string, path: string, environment?: string[]][] = [
      ['of the file', '@a = 1\n@b = {{a}}2\n\nGET {{BASE}}/{{b}}', '/12'],
      ['of another region', '@a = 1\n###\nGET {{BASE}}/x\n\n###\nGET {{BASE}}/{{a}}', '/1'],
      ['of .env', 'GET {{BASE}}/{{DOTENV}}', '/from-dotenv'],
      ['of an environment', 'GET {{base}}/{{who}}', '/public', ['dev']],
      ['of a private environment', 'GET {{base}}/{{key}}', '/private-key', ['dev']],
      ['of two environments, the later winning', 'GET {{base}}/{{who}}', '/public', ['prod', 'dev']],
      ['with spaces inside', '@a = 1\n\nGET {{BASE}}/{{ a }}', '/1'],
      ['as expressions', 'GET {{BASE}}/{{[1, 2].map((n) => n * 2).join("-")}}', '/2-4'],
      ['with an empty value', '@a = x\n{{\n exports.a = "";\n}}\nGET {{BASE}}/_{{a}}_', '/__'],
      ['over several lines of a URL', 'GET {{BASE}}/a\n  ?x=1\n  &y=2', '/a?x=1&y=2'],
    ];
    it('of settings, with those that all environments share', async () => {
      const definedEnvironments = { $shared: { version: 'v1' }, staging: { name: 'orders' } };
      const { outcome } = await workspace.run('GET {{BASE}}/{{version}}/{{name}}', {
        environment: ['staging'],
        definedEnvironments,
      });
      assert.equal(outcome.kind === 'response' && new URL(outcome.url).pathname, '/v1/orders');
    });
    for (const [what, text, path, environment] of cases) {
      it(what, async () => {
        const { outcome } = await workspace.run(text, { environment });
        assert.equal(outcome.kind === 'response' && outcome.status, 200, JSON.stringify(outcome));
        assert.equal(server.requests.at(-1), `GET ${path}`);
      });
    }

    it('in fields and body', async () => {
      await workspace.run(
        '@v = 7\n\nPOST {{BASE}}/x\nX-V: v{{v}}\nContent-Type: application/json\n\n{"v":{{v}}}',
      );
      assert.equal(server.bodies.at(-1), '{"v":7}');
      assert.ok(server.headers.at(-1)?.includes('v7'));
    });

    it('leaves braces alone that are escaped, or in a body file', async () => {
      await workspace.run('POST {{BASE}}/x\n\n{"a":"\\{\\{b\\}\\}"}');
      assert.equal(server.bodies.at(-1), '{"a":"{{b}}"}');
      await workspace.run('POST {{BASE}}/x\n\n< ./template.json');
      assert.equal(server.bodies.at(-1), '{"who":"{{who}}"}');
    });

    it('reads body files, with variables where asked to', async () => {
      await workspace.run('POST {{BASE}}/x\n\n< ./body.json');
      assert.equal(server.bodies.at(-1), '{"from":"file"}');
      await workspace.run('POST {{BASE}}/x\n\n<@ ./template.json', { environment: ['dev'] });
      assert.equal(server.bodies.at(-1), '{"who":"public"}');
    });
  });

  it('says where the request stands and which environments there are', async () => {
    const text = '@a = 1\n\n### first\nGET {{BASE}}/1\n\n### second\n# a comment\nGET {{BASE}}/2\nX-A: b\n';
    const { written, request } = await workspace.run(text, {
      uri: 'file:///w/test.http',
      environment: ['dev'],
    });
    assert.deepEqual(written, {
      uri: 'file:///w/test.http',
      firstLine: 5,
      lastLine: 9,
      requestLine: 7,
      text: '### second\n# a comment\nGET {{BASE}}/2\nX-A: b\n',
      environment: 'dev',
      environments: ['dev', 'prod'],
      unresolvedVariables: [],
    });
    assert.equal(request.name, 'second');
  });

  it('takes the unsaved text, and the file where there is none', async () => {
    await workspace.write('saved.http', 'GET {{BASE}}/saved');
    await workspace.run('GET {{BASE}}/unsaved', { name: 'saved.http' });
    assert.equal(server.requests.at(-1), 'GET /unsaved');
    await workspace.run('GET', { name: 'saved.http', text: undefined, line: 0 });
    assert.equal(server.requests.at(-1), 'GET /saved');
  });

  describe('references', () => {
    const login = '# @name login\nPOST {{BASE}}/login\n\n###\n';
    const use = 'GET {{BASE}}/use\nAuthorization: Bearer {{login.access_token}}';

    it('log in first and use the token', async () => {
      const count = server.requests.length;
      const exchange = await workspace.run(`${login}# @ref login\n${use}`);
      assert.deepEqual(server.requests.slice(count), ['POST /login', 'GET /use']);
      assert.equal(sentHeader(exchange, 'Authorization'), `Bearer token-${count + 1}`);
    });

    it('log in anew every time, so that no old token hides what is wrong', async () => {
      const session = new Session();
      const count = server.requests.length;
      for (let time = 0; time < 2; time++) await workspace.run(`${login}# @ref login\n${use}`, { session });
      assert.equal(server.requests.slice(count).filter((request) => request === 'POST /login').length, 2);
    });

    it('remember within a session what a request brought that ran before', async () => {
      const session = new Session();
      const text = `${login}${use}`;
      await workspace.run(text, { session, at: '/login' });
      const count = server.requests.length;
      const exchange = await workspace.run(text, { session });
      assert.equal(sentHeader(exchange, 'Authorization'), `Bearer token-${count}`);
      assert.deepEqual(server.requests.slice(count), ['GET /use']);
    });

    it('reach into imported files', async () => {
      const count = server.requests.length;
      await workspace.run('# @import ./parts/shared.http\n# @ref shared\nGET {{BASE}}/use');
      assert.deepEqual(server.requests.slice(count), ['GET /shared', 'GET /use']);
    });
  });

  it('sends every cookie that is written, beside those that are kept', async () => {
    const session = new Session();
    const sent = async (cookies: string) =>
      sentHeader(await workspace.run(`GET {{BASE}}/use\nCookie: ${cookies}`, { session }), 'Cookie');
    assert.equal(await sent('sid=a; csrf=b; theme=dark'), 'sid=a; csrf=b; theme=dark');
    await workspace.run('POST {{BASE}}/login', { session });
    assert.equal(await sent('theme=dark'), 'theme=dark; sid=c1');
    assert.equal(await sent('sid=own; theme=dark'), 'sid=own; theme=dark');
  });

  it('keeps cookies within a session, and no longer', async () => {
    const session = new Session();
    await workspace.run('POST {{BASE}}/login', { session });
    assert.equal(sentHeader(await workspace.run('GET {{BASE}}/use', { session }), 'Cookie'), 'sid=c1');
    assert.equal(sentHeader(await workspace.run('GET {{BASE}}/use'), 'Cookie'), undefined);
  });

  it('writes Basic credentials as they go over the wire', async () => {
    const exchange = await workspace.run('GET {{BASE}}/x\nAuthorization: Basic user pass');
    assert.equal(
      sentHeader(exchange, 'Authorization'),
      `Basic ${Buffer.from('user:pass').toString('base64')}`,
    );
  });

  it('answers a Digest challenge', async () => {
    const exchange = await workspace.run('GET {{BASE}}/digest\nAuthorization: Digest user pass');
    assert.equal(exchange.outcome.kind === 'response' && exchange.outcome.status, 200);
    assert.match(sentHeader(exchange, 'Authorization') ?? '', /^Digest username="user"/);
  });

  it('fetches an OAuth token with our transport', async () => {
    const text = [
      `@api_tokenEndpoint = ${server.origin}/login`,
      '@api_clientId = me',
      '@api_clientSecret = s',
      '',
      'GET {{BASE}}/use',
      'Authorization: oauth2 client_credentials api',
    ];
    const count = server.requests.length;
    const exchange = await workspace.run(text.join('\n'));
    assert.deepEqual(server.requests.slice(count), ['POST /login', 'GET /use']);
    assert.equal(sentHeader(exchange, 'Authorization'), `Bearer token-${count + 1}`);
  });

  it('says that a token was refused', async () => {
    const text = [
      '@api_tokenEndpoint = {{BASE}}/refuse',
      '@api_clientId = me',
      '@api_clientSecret = s',
      '',
      'GET {{BASE}}/use',
      'Authorization: oauth2 client_credentials api',
    ];
    const count = server.requests.length;
    const { outcome } = await workspace.run(text.join('\n'));
    assert.equal(
      outcome.kind === 'failure' && outcome.code,
      'REFERENCED_REQUEST_FAILED',
      JSON.stringify(outcome),
    );
    assert.match(outcome.kind === 'failure' ? outcome.message : '', /\/refuse` was answered with 400/);
    assert.deepEqual(server.requests.slice(count), ['POST /refuse']);
  });

  it('sends nothing once a run is over, whatever a script still tries', async () => {
    const signals = globalThis as { __over?: Promise<void>; __tried?: () => void };
    let over = (): void => {};
    signals.__over = new Promise((resolve) => (over = resolve));
    const tried = new Promise<void>((resolve) => (signals.__tried = resolve));
    const later = '# @name later\nGET {{BASE}}/later\n\n###\n';
    const script = '{{\n  __over.then(() => $httpyac.execute("later")).finally(__tried);\n}}\n';
    const count = server.requests.length;
    await workspace.run(`${later}${script}GET {{BASE}}/now`);
    over();
    await tried;
    assert.deepEqual(server.requests.slice(count), ['GET /now']);
  });

  it('says that no OAuth token could be had', async () => {
    const text = [
      '@api_tokenEndpoint = http://nx.invalid/token',
      '@api_clientId = me',
      '@api_clientSecret = s',
      '',
      'GET {{BASE}}/use',
      'Authorization: oauth2 client_credentials api',
    ];
    const count = server.requests.length;
    const { outcome } = await workspace.run(text.join('\n'));
    assert.equal(
      outcome.kind === 'failure' && outcome.code,
      'REFERENCED_REQUEST_FAILED',
      JSON.stringify(outcome),
    );
    assert.equal(server.requests.length, count);
  });

  it('asks what a request wants to know', async () => {
    const asked: unknown[] = [];
    const ask = async (prompt: { message: string }) => {
      asked.push(prompt);
      return 'blue';
    };
    await workspace.run('GET {{BASE}}/{{$input colour}}', { ask });
    assert.equal(server.requests.at(-1), 'GET /blue');
    assert.deepEqual(asked, [{ kind: 'text', message: 'colour', initial: undefined }]);
  });

  it('logs what scripts print, and never a request with its secrets', async () => {
    const lines: string[] = [];
    const log = (_level: string, message: string): void => void lines.push(message);
    const failing = 'GET http://nx.invalid/\nAuthorization: Bearer s3cret\n\n';
    await workspace.run(failing, { log });
    await workspace.run('{{\n  console.log("printed");\n}}\nGET {{BASE}}/x\nAuthorization: Bearer s3cret', {
      log,
    });
    assert.ok(lines.includes('printed'));
    assert.ok(!lines.join().includes('s3cret'), lines.join('\n'));
  });

  it('keeps runs at the same time apart', async () => {
    const runs = Array.from({ length: 8 }, (_, index) =>
      workspace.run(`@n = ${index}\n\nGET {{BASE}}/same/{{n}}/{{$input n}}`, {
        ask: async () => `answer${index}`,
      }),
    );
    for (const [index, { request, outcome }] of (await Promise.all(runs)).entries()) {
      assert.equal(request.url, `${server.origin}/same/${index}/answer${index}`);
      assert.equal(outcome.kind, 'response');
    }
  });

  it('changes no file', async () => {
    await workspace.write('answer.txt', 'before');
    await workspace.run('GET {{BASE}}/x\n\n>>! answer.txt');
    const { readFile } = await import('node:fs/promises');
    assert.equal(await readFile(workspace.path('answer.txt'), 'utf8'), 'before');
  });

  it('takes no time limit for longer than the author’s', async () => {
    const slow = await startServer(() => {});
    const { outcome } = await workspace.run(`# @timeout 100\nGET ${slow.origin}`);
    assert.equal(outcome.kind === 'failure' && outcome.code, 'TIMEOUT');
    await slow.close();
  });

  describe('is cancelled, and sends nothing more,', () => {
    const cancelDuring = async (
      text: string,
      ask: (reached: () => void) => Promise<string>,
    ): Promise<void> => {
      const controller = new AbortController();
      const reached = (): void => controller.abort();
      (globalThis as { __reached?: () => void }).__reached = reached;
      const count = server.requests.length;
      const run = workspace.run(text, { signal: controller.signal, ask: () => ask(reached) });
      await assert.rejects(run, { name: 'RunError', reason: 'cancelled' });
      assert.equal(server.requests.length, count);
    };
    const never = <Result>(): Promise<Result> => new Promise(() => {});

    it('while it waits for an answer', async () => {
      const hanging = await startServer(() => (globalThis as { __reached?: () => void }).__reached?.());
      const closed = hanging.nextClose();
      await cancelDuring(`GET ${hanging.origin}`, never);
      await closed;
      await hanging.close();
    });

    it('while it waits for the user', () =>
      cancelDuring('GET {{BASE}}/{{$input x}}', (reached) => {
        reached();
        return never();
      }));

    it('while it waits for a script', () =>
      cancelDuring('{{\n  __reached();\n  await new Promise(() => {});\n}}\nGET {{BASE}}/x', never));
  });
});

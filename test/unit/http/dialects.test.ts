import { strict as assert } from 'node:assert';
import { Session } from '../../../src/http/session';
import { send } from '../../../src/http/transport/send';
import { startServer, type TestServer } from './servers';
import { makeWorkspace, type TestWorkspace } from './workspace';

/** Samples as the documentation of JetBrains' HTTP client and of REST Client writes them. */
describe('run: dialects', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    server = await startServer((_request, response) => {
      response
        .setHeader('Content-Type', 'application/json')
        .end('{"token":"t1","access_token":"acc","items":[{"id":3}]}');
    });
    workspace = await makeWorkspace({
      'http-client.env.json': JSON.stringify({ development: { host: `127.0.0.1:${server.port}` } }),
      'input.json': '{"from":"file"}',
    });
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  const host = (): string => `@host = 127.0.0.1:${server.port}\n`;
  const sent = async (
    text: string,
    options?: Parameters<TestWorkspace['run']>[1],
  ): Promise<[string, string]> => {
    const { outcome } = await workspace.run(host() + text, options);
    assert.equal(outcome.kind, 'response', JSON.stringify(outcome));
    return [server.requests.at(-1) ?? '', server.bodies.at(-1) ?? ''];
  };

  it('a request line without a method is a GET', async () => {
    assert.deepEqual(await sent('\nhttp://{{host}}/a', { at: '/a' }), ['GET /a', '']);
  });

  it('a host without a scheme is http', async () => {
    assert.deepEqual(await sent('\nGET {{host}}/a'), ['GET /a', '']);
    assert.deepEqual(await sent(`\nGET localhost:${server.port}/b`), ['GET /b', '']);
  });

  it('a version on the request line', async () => {
    assert.deepEqual(await sent('\nGET http://{{host}}/a HTTP/1.1'), ['GET /a', '']);
  });

  it('a path with the host in its field', async () => {
    assert.deepEqual(await sent('\nGET /a\nHost: {{host}}'), ['GET /a', '']);
  });

  it('a body from a file, in both spellings', async () => {
    assert.deepEqual(await sent('\nPOST http://{{host}}/a\n\n< ./input.json'), [
      'POST /a',
      '{"from":"file"}',
    ]);
    assert.deepEqual(await sent('\nPOST http://{{host}}/a\n\n<@ input.json'), ['POST /a', '{"from":"file"}']);
  });

  it('a form over several lines', async () => {
    const form = 'Content-Type: application/x-www-form-urlencoded\n\nname=a b\n&more=1';
    assert.deepEqual(await sent(`\nPOST http://{{host}}/a\n${form}`), ['POST /a', 'name=a%20b&more=1']);
  });

  it('a response handler that sets a global for the next request (JetBrains)', async () => {
    const session = new Session();
    const text =
      'POST http://{{host}}/login\n\n> {%\n  client.global.set("tok", response.body.token);\n%}\n\n###\nGET http://{{host}}/{{tok}}';
    await sent(`\n${text}`, { session, at: '/login' });
    assert.deepEqual(await sent(`\n${text}`, { session }), ['GET /t1', '']);
  });

  it('a pre-request handler (JetBrains)', async () => {
    const text = '\n< {%\n  request.variables.set("v", "set");\n%}\nGET http://{{host}}/{{v}}';
    assert.deepEqual(await sent(text), ['GET /set', '']);
  });

  it('an environment of http-client.env.json', async () => {
    const { outcome } = await workspace.run('GET http://{{host}}/env', { environment: ['development'] });
    assert.equal(outcome.kind, 'response');
  });

  it('files that are open with unsaved changes, as they stand there', async () => {
    const unsaved = (file: string): string | undefined =>
      file === workspace.path('http-client.env.json')
        ? JSON.stringify({ development: { host: `127.0.0.1:${server.port}/typed` } })
        : file === workspace.path('input.json')
          ? '{"typed":1}'
          : undefined;
    await workspace.run('POST http://{{host}}/env\n\n< ./input.json', {
      environment: ['development'],
      unsaved,
    });
    assert.deepEqual([server.requests.at(-1), server.bodies.at(-1)], ['POST /typed/env', '{"typed":1}']);
  });

  it('dynamic variables', async () => {
    const [guid] = await sent('\nGET http://{{host}}/{{$guid}}/{{$timestamp}}/{{$randomInt 1 9}}/{{$uuid}}');
    assert.match(guid, /^GET \/[\da-f-]{36}\/\d{10,13}\/\d\/[\da-f-]{36}$/);
  });

  it('a response that an earlier request named', async () => {
    const session = new Session();
    const text = '\n# @name list\nGET http://{{host}}/list\n\n###\nGET http://{{host}}/{{list.items[0].id}}';
    await sent(text, { session, at: '/list' });
    assert.deepEqual(await sent(text, { session }), ['GET /3', '']);
  });

  it('comments, CRLF and no newline at the end', async () => {
    const text = '\n# one\n// two\nPOST http://{{host}}/a\n# three\nX-A: 1\n\n{"a":1}'.replaceAll(
      '\n',
      '\r\n',
    );
    assert.deepEqual(await sent(text), ['POST /a', '{"a":1}']);
    assert.ok(server.headers.at(-1)?.includes('X-A'));
  });

  describe('of REST Client and Visual Studio: what an earlier answer held', () => {
    const login =
      '# @name login\nPOST http://{{host}}/login\nContent-Type: application/json\n\n{"user":"u1"}\n\n###\n';
    const references: [expression: string, path: string][] = [
      ['login.response.body.token', '/t1'],
      ['login.response.body.$.items[0].id', '/3'],
      ['login.response.body.$..id', '/3'],
      ['login.response.body.$.items[?(@.id==3)].id', '/3'],
      ['login.response.headers.content-type', '/application/json'],
      ['login.request.body.$.user', '/u1'],
      ['login.request.headers.Content-Type', '/application/json'],
    ];
    for (const [expression, path] of references)
      it(expression, async () => {
        const session = new Session();
        const text = `\n${login}GET http://{{host}}/{{${expression}}}`;
        await sent(text, { session, at: '/login' });
        assert.deepEqual(await sent(text, { session }), [`GET ${path}`, '']);
      });

    it('also through a variable of the file that stands anywhere', async () => {
      const session = new Session();
      const text = `\n${login}@tok = {{login.response.body.token}}\nGET http://{{host}}/a\n\n###\nGET http://{{host}}/{{tok}}`;
      await sent(text, { session, at: '/login' });
      assert.deepEqual(await sent(text, { session }), ['GET /t1', '']);
    });

    it('is named with its request where that has not run', async () => {
      const { outcome, written } = await workspace.run(
        `${host()}\n${login}GET http://{{host}}/{{login.response.body.token}}`,
      );
      assert.equal(outcome.kind === 'failure' && outcome.code, 'UNRESOLVED_VARIABLE');
      assert.deepEqual(
        written?.unresolvedVariables.map(({ name, request }) => [name, request]),
        [['login.response.body.token', 'login']],
      );
    });
  });

  it('a variable of the file is every request’s, wherever it is defined', async () => {
    const text =
      '\nGET http://{{host}}/first\n\n###\n@second = two\nGET http://{{host}}/{{third}}\n\n###\n@third = {{second}}-3\nGET http://{{host}}/x';
    assert.deepEqual(await sent(text, { at: '{{third}}' }), ['GET /two-3', '']);
  });

  it('variables that are defined in a circle have no value', async () => {
    const { outcome } = await workspace.run(
      `${host()}@a = {{b}}\n\nGET http://{{host}}/{{a}}\n\n###\n@b = {{a}}\nGET http://{{host}}/x`,
      { at: '/{{a}}' },
    );
    assert.equal(outcome.kind === 'failure' && outcome.code, 'UNRESOLVED_VARIABLE');
  });

  it('environments that settings define, with what all of them share', async () => {
    const { outcome } = await workspace.run('GET http://{{host}}/{{version}}/{{$shared version}}', {
      environment: ['local'],
      definedEnvironments: {
        $shared: { version: 'v9' },
        local: { host: `127.0.0.1:${server.port}`, version: '{{$shared version}}' },
      },
    });
    assert.equal(outcome.kind, 'response');
    assert.equal(server.requests.at(-1), 'GET /v9/v9');
  });

  it('header fields and certificates that settings give every request', async () => {
    const clientSettings = {
      defaultHeaders: { 'X-Default': 'one', Accept: 'text/plain' },
      clientCertificates: { [`127.0.0.1:${server.port}`]: { cert: './input.json', passphrase: 'x' } },
    };
    const certificates: unknown[] = [];
    const { request } = await workspace.run(`${host()}GET http://{{host}}/a\nAccept: */*`, {
      clientSettings,
      transport: async (sending, options) => {
        certificates.push(sending.clientCertificate);
        return send({ ...sending, clientCertificate: undefined }, options);
      },
    });
    const fields = Object.fromEntries(request.headers);
    assert.deepEqual([fields['X-Default'], fields['Accept']], ['one', '*/*']);
    assert.match(JSON.stringify(certificates), /"passphrase":"x"/);
  });

  it('a prompt, asked before it is sent (REST Client)', async () => {
    const asked: unknown[] = [];
    const ask = async (prompt: unknown) => {
      asked.push(prompt);
      return 'me';
    };
    const text = '\n# @prompt username Who are you\n# @prompt password\nGET http://{{host}}/{{username}}';
    assert.deepEqual(await sent(text, { ask }), ['GET /me', '']);
    assert.deepEqual(asked, [
      { kind: 'text', message: 'Who are you', initial: undefined },
      { kind: 'password', message: 'password', initial: undefined },
    ]);
  });

  it('a variable that is encoded for a URL (REST Client)', async () => {
    assert.deepEqual(await sent('@q = a b&c\nGET http://{{host}}/?q={{%q}}'), ['GET /?q=a%20b%26c', '']);
  });

  it('a curl command (REST Client), over several lines, with variables', async () => {
    const text = `\ncurl -X POST \\\n  "http://{{host}}/curl" \\\n  -H 'Content-Type: application/json' \\\n  -d '{"a": "{{host}}"}'\n\n###\nGET http://{{host}}/next`;
    const [request, body] = await sent(text, { at: 'curl -X' });
    assert.deepEqual([request, body], ['POST /curl', `{"a": "127.0.0.1:${server.port}"}`]);
    assert.deepEqual(await sent(text, { at: '/next' }), ['GET /next', '']);
  });

  it('a query without a name (GraphQL)', async () => {
    const [, body] = await sent(
      '\nPOST http://{{host}}/g\nX-REQUEST-TYPE: GraphQL\n\nquery { a }\n\n{"id": 1}',
    );
    assert.deepEqual(JSON.parse(body), { query: 'query { a }', variables: { id: 1 } });
  });

  it('variables of the process (JetBrains and REST Client)', async () => {
    process.env.DIALECT_TEST = 'set';
    const text =
      '@which = DIALECT_TEST\nGET http://{{host}}/{{$env.DIALECT_TEST}}/{{$processEnv DIALECT_TEST}}/{{$processEnv %which}}';
    assert.deepEqual(await sent(text), ['GET /set/set/set', '']);
  });

  describe('system variables', () => {
    const day = /\d{4}-\d{2}-\d{2}/;
    const values: [expression: string, fits: RegExp][] = [
      ['$timestamp', /^1[78]\d{8}$/],
      ['$timestamp -3 h', /^1[78]\d{8}$/],
      ['$datetime iso8601', /^[\d-]+T[\d:.]+Z$/],
      ['$datetime "YYYY-MM-DD" 1 y', new RegExp(`^${day.source}$`)],
      ['$datetime "yyyy-MM-dd"', new RegExp(`^${day.source}$`)],
      ["$localDatetime 'DD.MM'", /^\d\d\.\d\d$/],
      ['$randomInt -3 -1', /^-[23]$/],
      ['$dotenv KEPT', /^kept$/],
      ['$dotenv %which', /^kept$/],
      ['$random.name.firstName', /^\w+$/],
      ['$random.internet.emailAddress', /^\w+@example\.com$/],
      ['$random.address.zipCode', /^[1-9]\d+$/],
    ];
    before(() => workspace.write('.env', 'KEPT=kept'));
    for (const [expression, fits] of values)
      it(expression, async () => {
        const [request] = await sent(`@which = KEPT\nGET http://{{host}}/{{${expression}}}`);
        assert.match(decodeURIComponent(request.slice('GET /'.length)), fits);
      });

    it('milliseconds are no minutes', async () => {
      const [request] = await sent('GET http://{{host}}/{{$datetime iso8601 100 ms}}');
      assert.ok(Math.abs(Date.parse(request.slice('GET /'.length)) - Date.now()) < 10_000);
    });

    for (const expression of ['$processEnv NOT_SET_ANYWHERE', '$dotenv NOT_SET_ANYWHERE'])
      it(`${expression} has no value, and is not sent as nothing`, async () => {
        const { outcome } = await workspace.run(`${host()}GET http://{{host}}/{{${expression}}}`);
        assert.equal(outcome.kind === 'failure' && outcome.code, 'UNRESOLVED_VARIABLE');
      });
  });

  it('a query in a file, with variables (GraphQL of REST Client)', async () => {
    await workspace.write('query.graphql', 'query A { a }');
    const text = 'POST http://{{host}}/g\nX-REQUEST-TYPE: GraphQL\n\n< ./query.graphql\n\n{"id": 1}';
    const [, body] = await sent(text);
    assert.deepEqual(JSON.parse(body), { query: 'query A { a }', variables: { id: 1 } });
    assert.ok(!server.headers.at(-1)?.includes('X-REQUEST-TYPE'));
  });

  it('a signature of AWS, its parts in any order (REST Client)', async () => {
    await sent('GET http://{{host}}/a\nAuthorization: AWS id key service:s3 region:eu-west-1');
    assert.match(server.headers.at(-1)?.join() ?? '', /Credential=id\/\d+\/eu-west-1\/s3\/aws4_request/);
  });

  it('`jsonPath`, tests and the log of a response handler (JetBrains)', async () => {
    const session = new Session();
    const handler =
      'client.test("ok", function () { client.assert(response.status === 200, "no"); });\nclient.global.set("n", jsonPath(response.body, "$.items[0].id"));\nclient.global.set("all", jsonPath(response.body, "$..id").length);';
    const text = `\nGET http://{{host}}/x\n\n> {%\n${handler}\n%}\n\n###\nGET http://{{host}}/{{n}}/{{all}}`;
    await sent(text, { session, at: '/x' });
    assert.deepEqual(await sent(text, { session }), ['GET /3/1', '']);
  });

  it('another file’s variables, by `import` (JetBrains)', async () => {
    await workspace.write('other.http', '@from = elsewhere\n\n### x\nGET http://localhost/');
    assert.deepEqual(await sent('import ./other.http\n\nGET http://{{host}}/{{from}}'), [
      'GET /elsewhere',
      '',
    ]);
  });

  it('a stream is an answer that ends (httpYac)', async () => {
    assert.deepEqual(await sent('# @keepStreaming\nGET http://{{host}}/a'), ['GET /a', '']);
  });

  describe('is not sent where only another client knows what is meant, and that is said', () => {
    const cases: [text: string, says: RegExp][] = [
      ['GET http://{{host}}/a\nAuthorization: COGNITO user password region pool client', /AWS Cognito/],
      ['GET http://{{host}}/a\nAuthorization: {{$aadToken}}', /\$aadToken/],
      ['GET http://{{host}}/a\nAuthorization: {{$oidcAccessToken new}}', /\$oidcAccessToken/],
      ['curl --form a=1 http://{{host}}/a', /curl/],
      ['run #lib', /`run`/],
    ];
    for (const [text, says] of cases)
      it(text.split('\n').at(-1) ?? text, async () => {
        const before = server.requests.length;
        const { outcome } = await workspace.run(`${host()}\n${text}`, { at: text.split('\n')[0] });
        assert.ok(outcome.kind === 'failure');
        assert.equal(outcome.code, 'UNSUPPORTED_SYNTAX');
        assert.match(outcome.message, says);
        assert.equal(server.requests.length, before);
      });
  });

  it('a token that the environment configures (JetBrains)', async () => {
    await workspace.write(
      'auth/http-client.env.json',
      JSON.stringify({
        dev: {
          host: `127.0.0.1:${server.port}`,
          Security: { Auth: { 'my-auth': { Type: 'OAuth2', 'Grant Type': 'Client Credentials', 'Token URL': 'http://{{host}}/token', 'Client ID': 'id', 'Client Secret': 'secret' } } },
        },
      }),
    ); // prettier-ignore
    const text = 'GET http://{{host}}/a\nAuthorization: Bearer {{$auth.token("my-auth")}}';
    const { outcome } = await workspace.run(text, { name: 'auth/a.http', environment: ['dev'] });
    assert.equal(outcome.kind, 'response');
    assert.ok(server.headers.at(-1)?.includes('Bearer acc'));
  });
});

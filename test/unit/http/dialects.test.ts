import { strict as assert } from 'node:assert';
import { Session } from '../../../src/http/session';
import { startServer, type TestServer } from './servers';
import { makeWorkspace, type TestWorkspace } from './workspace';

/** Samples as the documentation of JetBrains' HTTP client and of REST Client writes them. */
describe('run: dialects', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    server = await startServer((_request, response) => {
      response.setHeader('Content-Type', 'application/json').end('{"token":"t1","items":[{"id":3}]}');
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
});

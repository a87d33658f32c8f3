import { strict as assert } from 'node:assert';
import { startServer, type TestServer } from '../servers';
import { responseOf, transmit } from './sending';

describe('transport: sending', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer((request, response) => {
      response.setHeader('X-Two', ['a', 'b']);
      response.end(`got ${request.url}`);
    });
  });
  after(() => server.close());

  it('records the request as the server saw it, header order and case included', async () => {
    const { request } = await transmit({
      url: `${server.origin}/orders?limit=1`,
      method: 'POST',
      headers: [
        ['x-API-key', 'k'],
        ['Accept', '*/*'],
        ['X-Twice', '1'],
        ['X-Twice', '2'],
      ],
      body: Buffer.from('{"a":"ü"}'),
    });
    assert.deepEqual(request.headers.flat(), server.headers.at(-1));
    assert.deepEqual(
      request.headers.map(([name]) => name),
      ['Host', 'x-API-key', 'Accept', 'X-Twice', 'X-Twice', 'Content-Length', 'Connection'],
    );
    assert.deepEqual(request.body, { text: '{"a":"ü"}', size: 10 });
    assert.equal(server.bodies.at(-1), '{"a":"ü"}');
  });

  for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    it(`sends ${method} with and without a body`, async () => {
      for (const body of [undefined, Buffer.from('content')]) {
        const { outcome } = await transmit({ url: `${server.origin}/x`, method, body });
        assert.equal(outcome.kind === 'response' && outcome.status, 200);
        assert.equal(server.requests.at(-1), `${method} /x`);
        assert.equal(server.bodies.at(-1), body?.toString() ?? '');
      }
    });
  }

  it('says that an empty POST is empty', async () => {
    await transmit({ url: `${server.origin}/x`, method: 'POST' });
    assert.deepEqual(server.headers.at(-1)?.slice(2, 4), ['Content-Length', '0']);
  });

  it('leaves the author’s Host and Content-Length alone', async () => {
    await transmit({
      url: server.origin,
      method: 'POST',
      headers: [
        ['host', 'a.example'],
        ['content-length', '0'],
      ],
    });
    assert.deepEqual(server.headers.at(-1)?.slice(0, 4), ['host', 'a.example', 'content-length', '0']);
  });

  it('tells the answer, its fields as they came, the connection and the time of each phase', async () => {
    const transmission = await transmit({ url: `http://localhost:${server.port}/y` });
    const response = responseOf(transmission);
    assert.equal(response.body.text, 'got /y');
    assert.deepEqual(response.headers.slice(0, 2), [
      ['X-Two', 'a'],
      ['X-Two', 'b'],
    ]);
    assert.equal(transmission.connection?.remoteAddress, '127.0.0.1');
    assert.equal(transmission.connection?.remotePort, server.port);
    assert.equal(transmission.connection?.family, 4);
    assert.deepEqual(Object.keys(transmission.timings), [
      'dns',
      'connect',
      'send',
      'wait',
      'receive',
      'total',
    ]);
  });

  it('takes an answer of 400 and more for what it is: an answer', async () => {
    const failing = await startServer((_request, response) => response.writeHead(503).end('down'));
    const response = responseOf(await transmit({ url: failing.origin }));
    assert.equal(response.status, 503);
    assert.equal(failing.requests.length, 1, 'and never tries again');
    await failing.close();
  });
});

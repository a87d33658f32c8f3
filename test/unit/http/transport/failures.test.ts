import { strict as assert } from 'node:assert';
import { closedPort, startBareServer, startServer, type TestServer } from '../servers';
import { failureOf, responseOf, transmit } from './sending';

describe('transport: failures', () => {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
    it(`tells a refused connection to ${host}`, async () => {
      const { outcome, connection, request } = await transmit({
        url: `http://${host}:${await closedPort()}/`,
      });
      assert.equal(outcome.kind, 'failure');
      // A machine without IPv6 says that the address is not there.
      const expected = host === '[::1]' ? ['ECONNREFUSED', 'EADDRNOTAVAIL', 'ENETUNREACH'] : ['ECONNREFUSED'];
      assert.ok(outcome.kind === 'failure' && expected.includes(outcome.code));
      assert.equal(outcome.phase, 'connect');
      assert.ok(outcome.chain.some(({ address }) => address));
      assert.ok(outcome.message);
      assert.equal(connection, undefined);
      assert.equal(request.method, 'GET');
    });
  }

  it('tells a name that does not exist', async () => {
    const failure = failureOf(await transmit({ url: 'http://nx.invalid/' }));
    assert.ok(['ENOTFOUND', 'EAI_AGAIN'].includes(failure.code));
    assert.equal(failure.phase, 'dns');
    assert.equal(failure.chain[0]?.hostname, 'nx.invalid');
  });

  it('tells a connection that is reset before an answer', async () => {
    server = await startBareServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const failure = failureOf(await transmit({ url: server.origin }));
    assert.equal(failure.code, 'ECONNRESET');
    assert.equal(failure.phase, 'wait');
  });

  const answers: [what: string, bytes: string, code: string][] = [
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'HPE_INVALID_CONSTANT'],
    ['a TLS alert', '\x15\x03\x01\x00\x02\x02\x46', 'HPE_INVALID_CONSTANT'],
    ['a broken header section', 'HTTP/1.1 200 OK\r\nno colon\r\n\r\n', 'HPE_INVALID_HEADER_TOKEN'],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      'HPE_UNEXPECTED_CONTENT_LENGTH',
    ],
  ];
  for (const [what, bytes, code] of answers) {
    it(`tells an answer of ${what}`, async () => {
      server = await startBareServer((socket) => socket.once('data', () => socket.write(bytes, 'latin1')));
      const closed = server.nextClose();
      const failure = failureOf(await transmit({ url: server.origin }));
      assert.equal(failure.code, code);
      await closed;
    });
  }

  it('sends nothing where a field has a character that no field may have, and says so', async () => {
    server = await startServer((_request, response) => response.end());
    const headers = [['Authorization', 'Bearer abc\u200b']] as const;
    const transmission = await transmit({ url: server.origin, headers });
    const failure = failureOf(transmission);
    assert.deepEqual([failure.code, failure.phase], ['ERR_INVALID_CHAR', 'prepare']);
    assert.deepEqual(transmission.request.headers, headers);
    assert.deepEqual(server.requests, []);
  });

  it('gives up on header fields without end', async () => {
    server = await startBareServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = (): void => {
        if (!socket.destroyed) socket.write(`X-${Math.random()}: ${'y'.repeat(1000)}\r\n`, more);
      };
      more();
    });
    const closed = server.nextClose();
    assert.equal(failureOf(await transmit({ url: server.origin })).code, 'HPE_HEADER_OVERFLOW');
    await closed;
  });

  it('tells https spoken to an http port', async () => {
    server = await startServer((_request, response) => response.end());
    const failure = failureOf(await transmit({ url: `https://127.0.0.1:${server.port}/` }));
    assert.ok(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'].includes(failure.code));
    assert.match(failure.message, /wrong version number/);
    assert.equal(failure.phase, 'tls');
  });

  const silences: [
    phase: string,
    url: (port: number) => string,
    onData: (reply: (text: string) => void) => void,
  ][] = [
    ['tls', (port) => `https://127.0.0.1:${port}/`, () => {}],
    ['wait', (port) => `http://127.0.0.1:${port}/`, () => {}],
    ['wait', (port) => `http://127.0.0.1:${port}/`, (reply) => reply('HTTP/1.1 200 OK\r\nX-Half: ')],
  ];
  for (const [phase, url, onData] of silences) {
    it(`ends the wait for a server that falls silent (${phase})`, async () => {
      server = await startBareServer((socket) =>
        socket.once('data', () => onData((text) => socket.write(text))),
      );
      const closed = server.nextClose();
      const transmission = await transmit({ url: url(server.port) }, { timeoutMs: 150 });
      const failure = failureOf(transmission);
      assert.equal(failure.code, 'TIMEOUT');
      assert.equal(failure.phase, phase);
      assert.ok((transmission.timings[failure.phase] ?? 0) >= 100);
      await closed;
    });
  }

  it('takes a body that stops coming for a truncated answer', async () => {
    server = await startBareServer((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'),
    );
    const { body } = responseOf(await transmit({ url: server.origin }, { timeoutMs: 150 }));
    assert.deepEqual(body, { text: 'half', size: 4, truncated: true, stalled: true });
  });

  it('ends an answer that trickles on for ever', async () => {
    server = await startServer((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const { body } = responseOf(await transmit({ url: server.origin }, { timeoutMs: 5000, totalMs: 200 }));
    assert.equal(body.stalled, true);
    assert.ok(body.size > 0);
  });
});

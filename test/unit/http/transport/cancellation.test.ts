import { strict as assert } from 'node:assert';
import { startBareServer, type TestServer } from '../servers';
import { transmit } from './sending';

/** What the server does once it hears of the client, and what the client does meanwhile. */
const phases: [phase: string, scheme: string, reply: string, body?: Buffer][] = [
  ['the TLS handshake', 'https', ''],
  ['sending', 'http', '', Buffer.alloc(50_000_000)],
  ['the wait for an answer', 'http', ''],
  ['the header section', 'http', 'HTTP/1.1 200 OK\r\nX-Half: '],
  ['the body', 'http', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'],
];

describe('transport: cancellation', () => {
  let server: TestServer | undefined;
  afterEach(() => server?.close());

  for (const [phase, scheme, reply, body] of phases) {
    it(`closes the connection during ${phase}`, async () => {
      const controller = new AbortController();
      server = await startBareServer((socket) => {
        if (body) socket.pause();
        else socket.once('data', () => (reply ? socket.write(reply, cancelSoon) : cancelSoon()));
      });
      // One turn later, so that the client has read what was written.
      const cancelSoon = () => void setTimeout(() => controller.abort(), 20);
      const arrival = server.nextArrival();
      const closed = server.nextClose();
      const sent = transmit(
        { url: `${scheme}://127.0.0.1:${server.port}/`, method: body ? 'POST' : 'GET', body },
        {},
        controller.signal,
      );
      const rejected = assert.rejects(sent, { name: 'AbortError' });
      await arrival;
      if (body) controller.abort();
      await rejected;
      await closed;
    });
  }

  it('opens no connection for what is cancelled already', async () => {
    let connections = 0;
    server = await startBareServer(() => connections++);
    await assert.rejects(transmit({ url: server.origin }, {}, AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(connections, 0);
  });

  it('leaves no connection behind when cancelled while a name is looked up', async () => {
    const controller = new AbortController();
    let connections = 0;
    server = await startBareServer(() => connections++);
    const sent = transmit({ url: `http://localhost:${server.port}/` }, {}, controller.signal);
    controller.abort();
    await assert.rejects(sent, { name: 'AbortError' });
    assert.equal(connections, 0);
  });
});

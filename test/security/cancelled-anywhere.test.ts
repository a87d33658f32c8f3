import { strict as assert } from 'node:assert';
import * as net from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sendProbe } from '../../src/http/probes/send-probe';
import { send } from '../../src/http/transport/send';
import { defaultLimits, type OutgoingRequest } from '../../src/http/transport/transport';
import { inParallel } from '../../src/vscode/health/in-parallel';
import { sendCheck } from '../../src/vscode/health/send-check';
import { makeCertificate } from '../unit/http/certificates';
import { startBareServer, startServer, type TestServer } from '../unit/http/servers';
import { responseOf, transmit } from '../unit/http/transport/sending';

/** Sockets of this process, those of its servers included, that are open or being opened. */
const sockets = (): number =>
  process.getActiveResourcesInfo().filter((name) => /^(?:TCPSocketWrap|TCPConnectWrap)$/.test(name)).length;

const answered = async (request: Parameters<typeof transmit>[0], signal: AbortSignal): Promise<unknown> =>
  responseOf(await transmit(request, {}, signal));

const most = 5_000;

/**
 * Does `work` again and again, cancelled one turn of the event loop later each time, until it comes to its end before:
 * so every phase is met, whatever there is. A socket that is left behind keeps `server` from ever being quiet.
 */
async function cancelledAtEveryTurn(
  server: TestServer,
  work: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  for (let turns = 0; turns < most; turns++) {
    const controller = new AbortController();
    let isOver = false;
    const working = work(controller.signal).then(
      () => void (isOver = true),
      (error: Error) => assert.equal(error.name, 'AbortError', error.stack),
    );
    for (let turn = 0; turn < turns && !isOver; turn++) await nextTurn();
    const cameToItsEnd = isOver;
    controller.abort();
    await working;
    await server.quiet();
    if (cameToItsEnd) return;
  }
  assert.fail(`not over after ${most} turns`);
}

describe('cancelled at any moment, nothing is left of', () => {
  const servers: TestServer[] = [];
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  before(() => {
    process.on('unhandledRejection', note);
    process.on('uncaughtExceptionMonitor', note);
  });
  after(() => {
    process.off('unhandledRejection', note);
    process.off('uncaughtExceptionMonitor', note);
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    for (let turn = 0; turn < most && sockets() > 0; turn++) await nextTurn();
    assert.equal(sockets(), 0, 'a socket is left');
    assert.deepEqual(unhandled.splice(0), []);
  });

  const serve = async (...given: Parameters<typeof startServer>): Promise<TestServer> => {
    const server = await startServer(...given);
    servers.push(server);
    return server;
  };
  const bare = async (onConnection: (socket: net.Socket) => void): Promise<TestServer> => {
    const server = await startBareServer(onConnection);
    servers.push(server);
    return server;
  };
  /** A proxy that tunnels to wherever it is told to, or keeps silent. */
  const proxyTo = (port: number): Promise<TestServer> =>
    bare((socket) => {
      socket.once('data', () => {
        const upstream = net.connect(port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on('error', () => socket.destroy());
        socket.on('close', () => upstream.destroy());
        upstream.on('close', () => socket.destroy());
      });
    });

  it('a plain request by name', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const url = `http://localhost:${server.port}/`;
    await cancelledAtEveryTurn(server, (signal) => answered({ url }, signal));
  }).timeout(60_000);

  it('an upload, and an answer that is unpacked', async () => {
    const packed = gzipSync(Buffer.alloc(300_000, 'x'));
    const server = await serve((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(packed),
    );
    const request = { url: server.origin, method: 'POST', body: Buffer.alloc(300_000) };
    await cancelledAtEveryTurn(server, (signal) => answered(request, signal));
  }).timeout(60_000);

  it('a TLS handshake', async () => {
    const server = await serve((_request, response) => response.end('{}'), await makeCertificate({}));
    const request = { url: server.origin, verifyCertificate: false };
    await cancelledAtEveryTurn(server, (signal) => answered(request, signal));
  }).timeout(60_000);

  it('redirects', async () => {
    const server = await serve((request, response) =>
      request.url === '/end'
        ? response.end('{}')
        : response.writeHead(302, { Location: request.url === '/2' ? '/end' : '/2' }).end('moved'),
    );
    await cancelledAtEveryTurn(server, (signal) => answered({ url: `${server.origin}/1` }, signal));
  }).timeout(60_000);

  it('a tunnel through a proxy', async () => {
    const server = await serve((_request, response) => response.end('{}'), await makeCertificate({}));
    const proxy = await proxyTo(server.port);
    const request = { url: server.origin, verifyCertificate: false, proxy: proxy.origin };
    await cancelledAtEveryTurn(proxy, (signal) => answered(request, signal));
  }).timeout(60_000);

  it('a plain request through a proxy', async () => {
    const proxy = await serve((_request, response) => response.end('{}'));
    const request = { url: 'http://api.example/', proxy: proxy.origin };
    await cancelledAtEveryTurn(proxy, (signal) => answered(request, signal));
  }).timeout(60_000);

  it('the look whether a port speaks TLS', async () => {
    const server = await bare((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await cancelledAtEveryTurn(server, (signal) => transmit({ url: server.origin }, {}, signal));
  }).timeout(60_000);

  for (const tls of [false, true])
    it(`a probe that only connects${tls ? ' by TLS' : ''}`, async () => {
      const server = await serve((_request, response) => response.end('{}'), await makeCertificate({}));
      const target = { kind: 'connection' as const, host: '127.0.0.1', port: server.port, tls };
      await cancelledAtEveryTurn(server, (signal) =>
        sendProbe(target, { signal, limits: defaultLimits, verifyCertificate: false }),
      );
    }).timeout(60_000);

  it('checks of an API’s health', async () => {
    const server = await serve((_request, response) => response.end('{}'));
    const check = { title: '', method: 'GET', headers: [], isSafe: true, isOwn: true };
    const checks = [1, 2, 3].map((path) => ({ ...check, url: `${server.origin}/${path}` }));
    await cancelledAtEveryTurn(server, (signal) =>
      inParallel(checks, 2, signal, (each) => sendCheck(each, send, signal)),
    );
  }).timeout(60_000);

  /** Servers that never come to an end, and what tells that the client is there. */
  const silent: [what: string, request: Partial<OutgoingRequest>, onData: (socket: net.Socket) => void][] = [
    ['a proxy that never answers CONNECT', { url: 'https://api.example/', proxy: 'PROXY' }, () => {}],
    ['a SOCKS proxy that never answers', { url: 'https://127.0.0.1:9/', proxy: 'SOCKS' }, () => {}],
    ['a server that asks to go on for ever', {}, (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n')],
    ['trailers without end', {}, (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b')],
    ['a chunk without end', {}, (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nx')],
    ['a packed answer without end', {}, (socket) => socket.write(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'), gzipSync('x'.repeat(999)).subarray(0, 15)]))],
  ]; // prettier-ignore
  for (const [what, request, onData] of silent)
    it(what, async () => {
      const controller = new AbortController();
      let reach = (): void => {};
      const reached = new Promise<void>((resolve) => (reach = resolve));
      const server = await bare((socket) =>
        socket.once('data', () => {
          onData(socket);
          reach();
        }),
      );
      const proxy = { PROXY: server.origin, SOCKS: `socks5://127.0.0.1:${server.port}` }[request.proxy ?? ''];
      const sent = transmit({ url: server.origin, ...request, proxy }, {}, controller.signal);
      const rejected = assert.rejects(sent, { name: 'AbortError' });
      await reached;
      await nextTurn();
      controller.abort();
      await rejected;
      await server.quiet();
    });
});

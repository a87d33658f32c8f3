import { createServer as createH2c, createSecureServer } from 'node:http2';
import { createServer, type Server } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import { makeCertificate } from '../../../unit/http/certificates';
import { startBareServer, startServer, type TestServer } from '../../../unit/http/servers';
import type { Group } from '../../group';
import { trusting } from '../held-out/trusting';

const ok = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const close = 'Connection: close\r\nContent-Length: 0\r\n\r\n';

/** What each server says to whatever it is told, and then hangs up. */
const said: Record<string, string | Buffer> = {
  redis: "-ERR unknown command 'GET', with args beginning with: '/orders' \r\n",
  postgres: '',
  lastChunk: `${ok}Transfer-Encoding: chunked\r\n\r\n8\r\n{"id":7}\r\n`,
  unnamedGzip: Buffer.concat([
    Buffer.from(`${ok}Connection: close\r\n\r\n`),
    gzipSync('{"orders":[{"id":7,"sku":"A1"}]}'),
  ]),
  htmlAsJson: `${ok}Connection: close\r\n\r\n<!doctype html><html><title>Shop</title><div id="root"></div></html>`,
  phpWarning: `${ok}Connection: close\r\n\r\n<br />\n<b>Warning</b>:  Undefined array key "id" in <b>/var/www/orders.php</b> on line <b>7</b><br />\n{"orders":[]}`,
  ndjson:
    'HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n{"id":7}\n{"id":8}\n',
  noContinue: `HTTP/1.1 417 Expectation Failed\r\n${close}`,
  noLength: `HTTP/1.1 411 Length Required\r\n${close}`,
  wantsToken: `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n${close}`,
};

/** What each server does with a connection. */
const does: Record<string, (socket: Socket) => void> = {
  mysql: (socket) => void socket.write('J\0\0\0\x0a8.0.36\0\x0b\0\0\0abcdefgh\0'),
  earlyReset: (socket) => void socket.once('data', () => socket.resetAndDestroy()),
  earlyAnswer: (socket) =>
    void socket.once('data', () => socket.end(`HTTP/1.1 413 Content Too Large\r\n${close}`)),
  silent: (socket) => void socket.resume(),
  hangsUp: (socket) => void socket.once('data', () => socket.destroy()),
  drip: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', 'X-Filler: 1\r\n'),
  dripBody: (socket) => drip(socket, `${ok}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
  shortOpen: (socket) =>
    void socket.once('data', () => socket.write(`${ok}Content-Length: 80\r\n\r\n{"id":7}`)),
};

function drip(socket: Socket, start: string, drop: string): void {
  socket.once('data', () => {
    socket.write(start);
    const timer = setInterval(() => socket.write(drop), 50);
    socket.once('close', () => clearInterval(timer));
  });
}

/** Other protocols on the port, and answers that end early or are something else than they say. */
export const unseenWire: Group = {
  name: 'unseen/wire',
  labelsFacts: false,
  async start() {
    const servers = new Map<string, TestServer>();
    for (const [name, bytes] of Object.entries(said))
      servers.set(name, await startBareServer((socket) => socket.once('data', () => socket.end(bytes))));
    for (const [name, handle] of Object.entries(does)) servers.set(name, await startBareServer(handle));
    const portOf = (name: string): number => servers.get(name)?.port ?? 0;
    const redirecting = (status: number, to: (path: string) => string) =>
      startServer((request, response) => {
        response.writeHead(status, { Location: to(request.url ?? '') }).end();
      });
    servers.set('toOther', await redirecting(307, () => `http://localhost:${portOf('wantsToken')}/orders`));
    servers.set('everOn', await redirecting(302, (path) => `/orders/${Number(path.split('/').at(-1)) + 1}`));
    servers.set(
      'lostMethod',
      await startServer((request, response) => {
        if (request.method === 'POST') response.writeHead(302, { Location: '/v2/orders' }).end();
        else response.writeHead(405, { Allow: 'POST' }).end();
      }),
    );
    const certificate = await makeCertificate({});
    servers.set(
      'downgrade',
      await startServer((_request, response) => {
        response.writeHead(302, { Location: `http://127.0.0.1:${portOf('ndjson')}/orders` }).end();
      }, certificate),
    );
    const others = {
      h2c: createH2c(),
      h2: createSecureServer(certificate),
      six: createServer((socket) => socket.end()),
    } satisfies Record<string, Server>;
    for (const [name, server] of Object.entries(others)) {
      server.on('sessionError', () => {});
      await new Promise<void>((listening) =>
        server.listen(0, name === 'six' ? '::1' : '127.0.0.1', listening),
      );
    }
    const socket = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((listening) => socket.once('listening', listening));
    return {
      values: {
        ...Object.fromEntries([...servers.keys()].map((name) => [name, `${portOf(name)}`])),
        ...Object.fromEntries(
          Object.entries({ ...others, socket }).map(([name, server]) => [
            name,
            `${(server.address() as AddressInfo).port}`,
          ]),
        ),
        muchText: 'x'.repeat(600_000),
      },
      transport: trusting([certificate.cert]),
      async close() {
        socket.close();
        for (const server of Object.values(others)) server.close();
        await Promise.all([...servers.values()].map((server) => server.close()));
      },
    };
  },
};

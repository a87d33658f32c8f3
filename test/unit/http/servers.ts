import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';

/** A server on a free loopback port that notes what reaches it. */
export interface TestServer {
  readonly port: number;
  /** `http://127.0.0.1:port`, or `https://localhost:port`. */
  readonly origin: string;
  /** `METHOD path` of every request, in order. */
  readonly requests: string[];
  /** Raw header names and values of every request. */
  readonly headers: string[][];
  readonly bodies: string[];
  /** Resolves when the next connection is closed. */
  nextClose(): Promise<void>;
  /** Resolves when the next request, or for a bare server the next connection, has come. */
  nextArrival(): Promise<void>;
  /** Settles once no connection is open. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startServer(
  listener: (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void,
  tls?: https.ServerOptions,
): Promise<TestServer> {
  const requests: string[] = [];
  const headers: string[][] = [];
  const bodies: string[] = [];
  const arrivals = new Waiters();
  const onRequest = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      headers.push(request.rawHeaders);
      bodies.push(body);
      arrivals.release();
      listener(request, response, body);
    });
  };
  const server = tls ? https.createServer(tls, onRequest) : http.createServer(onRequest);
  const listening = await listen(server, arrivals);
  const origin = tls ? `https://localhost:${listening.port}` : `http://127.0.0.1:${listening.port}`;
  return { ...listening, origin, requests, headers, bodies };
}

/** A server that speaks bytes. */
export async function startBareServer(onConnection: (socket: net.Socket) => void): Promise<TestServer> {
  const arrivals = new Waiters();
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    onConnection(socket);
    arrivals.release();
  });
  const listening = await listen(server, arrivals);
  return {
    ...listening,
    origin: `http://127.0.0.1:${listening.port}`,
    requests: [],
    headers: [],
    bodies: [],
  };
}

/** A loopback port where nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await startBareServer(() => {});
  await server.close();
  return server.port;
}

class Waiters {
  private waiting: (() => void)[] = [];
  next = (): Promise<void> => new Promise((resolve) => this.waiting.push(resolve));
  release = (): void => this.waiting.splice(0).forEach((resolve) => resolve());
}

async function listen(server: net.Server, arrivals: Waiters) {
  const sockets = new Set<net.Socket>();
  const closes = new Waiters();
  const quiets = new Waiters();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
      closes.release();
      if (sockets.size === 0) quiets.release();
    });
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as net.AddressInfo).port,
    nextClose: closes.next,
    nextArrival: arrivals.next,
    quiet: () => (sockets.size === 0 ? Promise.resolve() : quiets.next()),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

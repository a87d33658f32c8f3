import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request, or does not. */
export type Reply = (response: ServerResponse) => void;

/** A request as the server received it, and when. */
interface Arrived {
  authorization: string;
  body: string;
  at: number;
}

/** What one program met, by path. */
export type Arrivals = Record<string, Arrived[]>;

/**
 * A server whose answers are code, for what no script of the sandbox can say.
 * @param replies answers by path, in order, of which the last is given again and again
 */
export async function startRawServer(replies: Record<string, Reply[]>) {
  const arrivals: Arrivals = {};
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const path = request.url ?? '';
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const number = (arrivals[path] ??= []).push({
      authorization: request.headers.authorization ?? '',
      body,
      at,
    });
    const reply = replies[path]?.at(Math.min(number, replies[path].length) - 1);
    if (reply) reply(response);
    else response.writeHead(404).end();
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

/** An answer with a status, header fields (several of a name in a list) and a body. */
export const answer =
  (status: number, headers: Record<string, string | string[]> = {}, body: unknown = {}): Reply =>
  (response) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

/** An answer whose connection breaks in the middle of its body; or where that never ends. */
export const unfinished =
  (status: number, end: 'breaks' | 'hangs'): Reply =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"half": ');
    if (end === 'breaks') setTimeout(() => response.destroy(), 20);
  };

/** What another reply says, after some milliseconds. */
export const late =
  (delay: number, reply: Reply): Reply =>
  (response) => {
    setTimeout(() => reply(response), delay);
  };

/** No answer: the connection is closed. */
export const reset: Reply = (response) => response.destroy();

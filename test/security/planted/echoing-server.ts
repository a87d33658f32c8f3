import { startServer, type TestServer } from '../../unit/http/servers';
import type { Answer, Seen } from './echoes';
import type { Planting } from './kinds';

export interface EchoingServer extends TestServer {
  /** Answers from now on with what this planting adds, in the given way. */
  expect(planting: Planting, echo: (seen: Seen) => Answer): void;
}

/** A server that gives away in its answers whatever it is sent. */
export async function startEchoingServer(): Promise<EchoingServer> {
  let planting: Planting;
  let echo: (seen: Seen) => Answer;
  const server = await startServer((request, response, body) => {
    const url = request.url ?? '';
    for (const [name, value] of planting.fields ?? []) response.setHeader(name, value);
    if (url.includes('/moved'))
      return void response.writeHead(302, { Location: planting.location ?? '/' }).end();
    if (url.includes('/login') && planting.login)
      return void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(planting.login));
    const fields = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    const answer = echo({
      method: request.method ?? '',
      url,
      fields,
      body,
      said: planting.said ?? '',
    });
    if (answer.status === 0) return void response.socket?.end(answer.body);
    for (const [name, value] of answer.fields ?? []) response.appendHeader(name, value);
    response.setHeader('Content-Type', answer.type);
    response.writeHead(answer.status, answer.reason ?? '').end(answer.body);
  });
  return Object.assign(server, {
    expect(next: Planting, way: (seen: Seen) => Answer) {
      planting = next;
      echo = way;
    },
  });
}

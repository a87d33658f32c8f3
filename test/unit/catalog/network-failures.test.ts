import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { get as getSecurely } from 'node:https';
import type { AddressInfo } from 'node:net';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { indexOf } from '../small-index';

const knowledge = indexKnowledge(indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs));

/** What this Node.js really throws, not what a list says that it does: every code and message, causes included. */
describe('the catalog of network failures knows what Node.js throws', () => {
  let server: Server;
  let host: string;

  before(async () => {
    server = createServer(misbehave).listen(0, '127.0.0.1');
    await once(server, 'listening');
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const request = (url: string, send: typeof get, headers = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      send(url, { headers }, resolve).on('error', reject);
    });

  const cases: readonly (readonly [about: string, problem: string, fail: () => Promise<unknown>])[] = [
    ['a port on which nothing listens', 'connection-refused', async () => fetch(`http://127.0.0.1:${await freePort()}/`)],
    ['a server that hangs up', 'connection-reset', () => fetch(`http://${host}/hang-up`)],
    ['the same through node:http', 'connection-reset', () => request(`http://${host}/hang-up`, get)],
    ['a body that ends early', 'connection-reset', async () => (await fetch(`http://${host}/cut-off`)).text()],
    ['bytes that are not HTTP', 'not-http', () => fetch(`http://${host}/garbage`)],
    ['https to a plain port', 'tls-wrong-version', () => fetch(`https://${host}/`)],
    ['the same through node:https', 'tls-handshake-failed', () => request(`https://${host}/`, getSecurely)],
    ['a time limit', 'answer-timeout', () => fetch(`http://${host}/silence`, { signal: AbortSignal.timeout(20) })],
    ['a cancellation', 'aborted', () => fetch(`http://${host}/silence`, { signal: AbortSignal.abort() })],
    ['a URL without a host', 'request-not-buildable', () => fetch('http://')],
    ['a blank in a header name', 'request-not-buildable', () => fetch(`http://${host}/`, { headers: { 'a b': 'c' } })],
    ['a line break in a header value', 'request-not-buildable', () => request(`http://${host}/`, get, { a: 'b\nc' })],
  ]; // prettier-ignore

  for (const [about, problem, fail] of cases) {
    it(`${about}: ${problem}`, async () => {
      const error = await fail().then(
        () => assert.fail('the request succeeded'),
        (reason: unknown) => reason,
      );
      assert.ok(
        problemsOf(error).includes(problem),
        `${describeError(error)} → ${problemsOf(error).join(', ')}`,
      );
    });
  }
});

function misbehave({ url, socket }: IncomingMessage, response: ServerResponse): void {
  if (url === '/hang-up') socket.destroy();
  else if (url === '/garbage') socket.end('not HTTP at all\r\n\r\n');
  else if (url === '/cut-off') {
    response.writeHead(200, { 'Content-Length': 10 });
    response.write('abc', () => socket.destroy());
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

interface Link {
  readonly code?: unknown;
  readonly message?: string;
  readonly cause?: unknown;
}

/** An error and its causes, outermost first. */
const chainOf = (error: unknown): Link[] =>
  error === undefined || error === null ? [] : [error as Link, ...chainOf((error as Link).cause)];

const problemsOf = (error: unknown): string[] =>
  chainOf(error)
    .flatMap(({ code, message = '' }) => [
      ...(typeof code === 'string' ? knowledge.byCode(undefined, code) : []),
      ...knowledge.byMessage(undefined, message),
    ])
    .map(({ id }) => id);

const describeError = (error: unknown): string =>
  chainOf(error)
    .map(({ code, message }) => `${String(code)} ${message ?? ''}`)
    .join(' | ');

import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import got, { RequestError, TimeoutError } from 'got';
import type { Connection, Failure, HeaderField, SentRequest, Timings } from '../../core/exchange/exchange';
import { phrase, span } from '../../core/text/phrase';
import { readTlsFacts } from './certificates';
import { connect, sentFields } from './connect';
import { toSentBody } from './content';
import { ownFailure, toFailure } from './failure';
import { readPhases, type Moments } from './phases';
import { receive, type Received } from './receive';
import { otherLoopback } from './other-loopback';
import { speaksTls } from './speaks-tls';
import type { Limits, OutgoingRequest } from './transport';

/** What ends an exchange from outside: the user, or the time for everything together. */
export interface Until {
  readonly signal: AbortSignal;
  /** Its reason is a `TimeoutError`. */
  readonly deadline: AbortSignal;
}

/** One request and what came of it. */
export interface Hop {
  readonly sent: SentRequest;
  readonly connection?: Connection;
  readonly timings: Timings;
  readonly result: ({ readonly kind: 'answer' } & Answer) | ({ readonly kind: 'failure' } & Failure);
}

export interface Answer extends Received {
  readonly status: number;
  readonly reason: string;
  readonly httpVersion: string;
  readonly headers: readonly HeaderField[];
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/**
 * Sends one request and reads its answer, follows nothing and repeats nothing. It rejects only with the signal's
 * reason; by then the socket is destroyed.
 */
export async function sendHop(request: OutgoingRequest, until: Until, limits: Limits): Promise<Hop> {
  const { signal, deadline } = until;
  signal.throwIfAborted();
  const url = new URL(request.url);
  const observed: Observed = { moments: () => ({}) };
  const over = new AbortController();
  try {
    const stream = got.stream(url, {
      // The library refuses some methods a body that authors do send; the real method is given in `connect`.
      method: request.body?.length ? 'POST' : (request.method as 'GET'),
      headers: { 'user-agent': undefined, ...lowerCased(request.headers) },
      ...(request.body?.length ? { body: request.body as Buffer } : {}),
      followRedirect: false,
      throwHttpErrors: false,
      decompress: false,
      retry: { limit: 0 },
      signal: AbortSignal.any([signal, deadline]),
      timeout: {
        lookup: limits.timeoutMs,
        connect: limits.timeoutMs,
        secureConnect: limits.timeoutMs,
        socket: limits.timeoutMs,
        response: limits.timeoutMs,
      },
      request: (target, options, onResponse) => {
        const outgoing = connect(
          request,
          target,
          options as object,
          options.headers as Record<string, unknown>,
          over.signal,
          onResponse,
        );
        observe(outgoing, observed);
        return outgoing;
      },
    });
    // Without a body, the stream waits for one where the method may have one.
    if (!request.body?.length && !stream.writableEnded) stream.end();
    observed.moments = () => (stream.timings as Moments | undefined) ?? {};
    const answer = await new Promise<Answer>((resolve, reject) => {
      stream.once('error', reject);
      stream.once('response', (response: IncomingMessage) => {
        stream.off('error', reject);
        const head = readHead(response);
        receive(stream, limits, () => response.complete).then(
          (received) => resolve({ ...head, ...received }),
          reject,
        );
      });
    });
    signal.throwIfAborted();
    return finish({ kind: 'answer', ...answer });
  } catch (error) {
    observed.request?.destroy();
    over.abort();
    signal.throwIfAborted();
    const { current } = observed.request
      ? readPhases(observed.moments(), url, Date.now())
      : ({ current: 'prepare' } as const);
    const failure = describe(
      observed.proxy?.error ?? error,
      current,
      deadline.aborted ? limits.totalMs : limits.timeoutMs,
    );
    return finish({
      kind: 'failure',
      ...failure,
      ...(await askForTls(request, observed, failure, until)),
      ...(proxyOf(request, observed) === undefined
        ? await otherLoopback(url, failure, AbortSignal.any([signal, deadline]))
        : {}),
    });
  }

  function finish(result: Hop['result']): Hop {
    return {
      sent: {
        method: request.method,
        url: request.url,
        name: request.name,
        httpVersion: '1.1',
        headers: observed.request ? sentFields(observed.request) : request.headers,
        ...(request.body?.length
          ? { body: toSentBody(request.body, field(request.headers, 'content-type'), limits.maxBodyBytes) }
          : {}),
      },
      connection: connectionOf(request, observed, result),
      timings: readPhases(observed.moments(), url, Date.now()).timings,
      result,
    };
  }
}

interface Observed {
  request?: ClientRequest;
  connection?: Connection;
  /** The platform's proxy for this connection, and why it could not be had. */
  proxy?: { readonly proxy?: string; readonly error?: unknown };
  moments: () => Moments;
}

/** Notes the connection as it comes about; a socket that was destroyed no longer tells. */
function observe(request: ClientRequest, observed: Observed): void {
  observed.request = request;
  // VS Code tells so which proxy it chose, `DIRECT` or `PROXY host:port`, and what became of it.
  request.on('proxy', (chosen: Observed['proxy']) => {
    observed.proxy = chosen;
  });
  request.once('socket', (socket: Socket) => {
    const note = (): void => {
      observed.connection = {
        ...observed.connection,
        remoteAddress: socket.remoteAddress,
        remotePort: socket.remotePort,
        family: socket.remoteFamily === 'IPv6' ? 6 : 4,
      };
    };
    const noteTls = (): void => {
      note();
      observed.connection = { ...observed.connection, tls: readTlsFacts(socket as TLSSocket) };
    };
    if (socket.connecting) socket.once('connect', note);
    else note();
    if (!('getPeerCertificate' in socket)) return;
    // Node verifies in its own listener to `secure` and destroys the socket where that fails: look at the certificate
    // before, and at the verdict after.
    socket.prependOnceListener('secure', noteTls);
    // The secrets themselves are of no interest: that there are any tells how far the handshake came.
    socket.once('keylog', () => {
      observed.connection = { ...observed.connection, tlsAgreed: true };
    });
    socket.once('secureConnect', noteTls);
    if ((socket as TLSSocket).getProtocol() && !socket.connecting) noteTls();
  });
}

/** A server that wants TLS breaks off what is plain: whether that is why, only a handshake tells. */
async function askForTls(
  request: OutgoingRequest,
  observed: Observed,
  failure: Failure,
  { signal, deadline }: Until,
): Promise<{ speaksTls?: boolean }> {
  const url = new URL(request.url);
  const isPlain = url.protocol === 'http:' && proxyOf(request, observed) === undefined;
  const brokenOff = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_.*)$/.test(failure.code);
  if (!isPlain || !brokenOff || !observed.connection) return {};
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const answer = await speaksTls(host, Number(url.port || 80), AbortSignal.any([signal, deadline]));
  signal.throwIfAborted();
  return answer === undefined ? {} : { speaksTls: answer };
}

/** Without a connection, the proxy that was to make it is still known. */
function connectionOf(
  request: OutgoingRequest,
  observed: Observed,
  result: Hop['result'],
): Connection | undefined {
  const proxy = proxyOf(request, observed);
  if (observed.connection) return withVerdict({ ...observed.connection, proxy }, result);
  return proxy === undefined ? undefined : { proxy };
}

function proxyOf(request: OutgoingRequest, { proxy }: Observed): string | undefined {
  const chosen = proxy?.proxy;
  return request.proxy ?? (chosen === 'DIRECT' ? undefined : chosen);
}

/** Where verification ended the handshake, the failure is the verdict on the certificate that was seen. */
function withVerdict(connection: Connection, result: Hop['result']): Connection {
  const { tls } = connection;
  if (result.kind !== 'failure' || result.phase !== 'tls' || !tls || tls.authorized) return connection;
  return { ...connection, tls: { ...tls, authorizationError: result.code } };
}

const readHead = (response: IncomingMessage) => ({
  status: response.statusCode ?? 0,
  reason: response.statusMessage ?? '',
  httpVersion: response.httpVersion,
  headers: pairs(response.rawHeaders),
  receivedAt: Date.now(),
});

function describe(error: unknown, phase: Failure['phase'], waited: number): Failure {
  if (error instanceof TimeoutError) {
    return ownFailure(
      'TIMEOUT',
      phrase('Not finished after {0}.', span(waited)),
      phase,
      error.cause ?? error,
    );
  }
  // The library's wrapper only repeats what it wraps.
  const inner = error instanceof RequestError && error.cause ? error.cause : error;
  const failure = toFailure(inner, phase);
  if (failure.chain.some((link) => link.syscall === 'getaddrinfo')) return { ...failure, phase: 'dns' };
  // Through a proxy's agent the moments are the agent's; the system call tells better.
  const isConnecting = failure.chain.some((link) => link.syscall === 'connect');
  return isConnecting ? { ...failure, phase: 'connect' } : failure;
}

/** The library looks for some fields by their lower-case names; what is sent is decided in `connect`. */
const lowerCased = (fields: readonly HeaderField[]): Record<string, string> =>
  Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]));

/** The first value of a field, by its name in any case. */
export const field = (fields: readonly HeaderField[], name: string): string | undefined =>
  fields.find(([key]) => key.toLowerCase() === name)?.[1];

function pairs(raw: readonly string[]): HeaderField[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

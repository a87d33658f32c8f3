import type { IncomingMessage } from 'node:http';

/** The largest request body that is kept, bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;
/** Beyond this the rest of an oversized upload is not even read on. */
const MAX_DRAINED_BYTES = 64 * MAX_BODY_BYTES;

export type RequestBody =
  { readonly kind: 'read'; readonly text: string } | { readonly kind: 'too-large'; readonly limit: number };

/** A request as an API of the sandbox sees it. */
export interface Call {
  readonly method: string;
  /** Decoded by the router only; here as it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Field names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly remoteAddress: string;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly receivedAt: number;
  /** Aborted when the client goes away or the sandbox closes. */
  readonly signal: AbortSignal;
  /** Reads the body once and remembers it. */
  body(): Promise<RequestBody>;
}

/** Reads the head of `request`; its body stays on the socket until somebody asks for it. */
export function toCall(request: IncomingMessage, receivedAt: number, signal: AbortSignal): Call {
  const { pathname, searchParams } = targetOf(request.url ?? '/');
  let body: Promise<RequestBody> | undefined;
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: fieldsOf(request),
    remoteAddress: request.socket.remoteAddress ?? 'unknown',
    receivedAt,
    signal,
    body: () => (body ??= readBody(request)),
  };
}

/** Origin-form targets are parsed behind a fixed origin, so that `//host/path` stays a path. */
function targetOf(target: string): URL {
  const url = target.startsWith('/') ? `http://sandbox${target}` : target;
  return URL.canParse(url) ? new URL(url) : new URL('http://sandbox/');
}

function fieldsOf(request: IncomingMessage): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) fields[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return fields;
}

/**
 * An oversized body is read to its end though not kept: a client that is still sending when the connection closes
 * sees a reset instead of the 413.
 */
async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
    if (size > MAX_DRAINED_BYTES) break;
  }
  if (size > MAX_BODY_BYTES) return { kind: 'too-large', limit: MAX_BODY_BYTES };
  return { kind: 'read', text: Buffer.concat(chunks).toString('utf8') };
}

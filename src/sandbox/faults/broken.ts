import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Answer, Delivery } from '../server/answer';
import type { Call } from '../server/call';
import { MAX_DELAY_MS } from './step';

const GIBIBYTE = 1024 ** 3;

/** Connections that break in ways that no API documents, by name. `?ms=` and `?bytes=` tune those that have a size. */
export const BROKEN: Readonly<Record<string, (call: Call) => Answer>> = {
  reset: () => broken({ kind: 'reset' }),
  hang: () => broken({ kind: 'hang' }),
  slow: (call) => broken({ kind: 'whole', delay: numberOf(call, 'ms', 3000, MAX_DELAY_MS) }),
  drip: (call) => broken({ kind: 'drip', bytes: 1, everyMs: numberOf(call, 'ms', 100, MAX_DELAY_MS) }),
  truncated: () => broken({ kind: 'truncate' }),
  big: (call) => ({
    status: 200,
    headers: { 'Content-Type': 'application/octet-stream' },
    body: () => spaces(numberOf(call, 'bytes', 100 * 1024 ** 2, GIBIBYTE)),
  }),
  'gzip-bomb': (call) => ({
    status: 200,
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
    body: () => spaces(numberOf(call, 'bytes', 100 * 1024 ** 2, GIBIBYTE)).pipe(createGzip()),
  }),
  'bad-gateway': () => ({ status: 502, headers: { 'Content-Type': 'text/html' }, body: GATEWAY_PAGE }),
};

/**
 * The name in `?fault=` or `X-Sandbox-Fault`, by which a client asks for a failure on any path. A name of `BROKEN` breaks
 * the connection; other names are the API's own, its error codes above all.
 */
export function faultOf(call: Call): string | undefined {
  return call.query.get('fault') ?? call.headers['x-sandbox-fault'];
}

/** The broken connection that `call` asks for, if it asks for one. */
export function brokenAnswer(call: Call): Answer | undefined {
  const name = faultOf(call);
  return name !== undefined && Object.hasOwn(BROKEN, name) ? BROKEN[name]?.(call) : undefined;
}

/** The page of a reverse proxy whose upstream does not answer: HTML where the client asked for JSON. */
const GATEWAY_PAGE = `<html>\r
<head><title>502 Bad Gateway</title></head>\r
<body>\r
<center><h1>502 Bad Gateway</h1></center>\r
<hr><center>nginx</center>\r
</body>\r
</html>\r
`;

const broken = (delivery: Delivery): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ data: [], message: 'late, slow or cut short on purpose' }),
  delivery,
});

function numberOf(call: Call, name: string, fallback: number, max: number): number {
  const given = call.query.get(name);
  const value = given === null ? fallback : Number(given);
  return Number.isFinite(value) ? Math.min(Math.max(0, value), max) : fallback;
}

/** So many bytes of spaces, made as they are read. */
function spaces(bytes: number): Readable {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = Math.floor(bytes);
  return new Readable({
    read() {
      const size = Math.min(left, chunk.length);
      left -= size;
      this.push(size > 0 ? chunk.subarray(0, size) : null);
    },
  });
}

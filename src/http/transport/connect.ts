// Without `node:`, and through the namespace: VS Code replaces what `require('http')` and `require('https')` give, to
// add the user's proxy and the system's certificates, and older versions know only these names.
import * as http from 'http';
import * as https from 'https';
import type { HeaderField } from '../../core/exchange/exchange';
import { proxyAgent } from './proxy-agent';
import type { OutgoingRequest } from './transport';

/**
 * Opens the connection of one hop. The header fields are set here in the author's order and case: HTTP libraries
 * lower-case them, and a server that cares for case is one of the things to be found. `gone` says that the hop is over.
 */
export function connect(
  request: OutgoingRequest,
  url: URL,
  options: https.RequestOptions,
  added: Readonly<Record<string, unknown>>,
  gone: AbortSignal,
  onResponse?: (response: http.IncomingMessage) => void,
): http.ClientRequest {
  const client = url.protocol === 'https:' ? https : http;
  return client.request(
    url,
    {
      ...options,
      method: request.method,
      ...(request.clientCertificate as https.RequestOptions),
      headers: toHeaders(request, url, added),
      // One connection an exchange: a kept one has no lookup, connect or handshake to observe, and may be half dead.
      agent: request.proxy ? proxyAgent(request.proxy, url, gone) : false,
      rejectUnauthorized: request.verifyCertificate,
    },
    onResponse,
  );
}

/** The fields as sent, also those that Node and the library added, in the order of the wire. */
export function sentFields(request: http.ClientRequest): HeaderField[] {
  const block = (request as unknown as { _header?: string | null })._header;
  if (!block) return request.getRawHeaderNames().flatMap((name) => toFields(name, request.getHeader(name)));
  return block
    .split('\r\n')
    .slice(1)
    .filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const);
}

/** Methods whose requests have no content unless they say so (RFC 9110 §8.6). */
const WITHOUT_CONTENT = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/**
 * Host, what the author wrote in the author's case, what the library adds, and a length. Fields of one name are sent
 * one after the other. (Node also takes a flat list, but then proxy agents, VS Code's too, lose the fields.)
 */
function toHeaders(
  request: OutgoingRequest,
  url: URL,
  added: Readonly<Record<string, unknown>>,
): http.OutgoingHttpHeaders {
  const given = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of [
    ...(hasField(request, 'host') ? [] : [['Host', url.host] as const]),
    ...request.headers,
  ]) {
    const known = given.get(name.toLowerCase());
    if (known) known.values.push(value);
    else given.set(name.toLowerCase(), { name, values: [value] });
  }
  for (const [name, value] of Object.entries(added)) {
    if (value !== undefined && !given.has(name))
      given.set(name, { name: titleCase(name), values: [String(value)] });
  }
  if (!request.body?.length && !WITHOUT_CONTENT.has(request.method) && !given.has('content-length')) {
    given.set('content-length', { name: 'Content-Length', values: ['0'] });
  }
  return Object.fromEntries(
    Array.from(given.values(), ({ name, values }) => [name, values.length === 1 ? values[0] : values]),
  );
}

const hasField = ({ headers }: OutgoingRequest, name: string): boolean =>
  headers.some(([key]) => key.toLowerCase() === name);

const titleCase = (name: string): string => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());

const toFields = (name: string, value: number | string | readonly string[] | undefined): HeaderField[] =>
  [value ?? ''].flat().map((one) => [name, String(one)] as const);

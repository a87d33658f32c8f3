import { utils, type HttpResponse, type Request } from 'httpyac';
import type { Transmission } from '../transport/transport';

/** An answer as httpyac's scripts and references see it; undefined where there is none. */
export function toHttpResponse(transmission: Transmission, request: Request): HttpResponse | undefined {
  const { outcome, content, timings } = transmission;
  if (outcome.kind === 'failure') return undefined;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of outcome.headers) {
    const key = name.toLowerCase();
    const known = headers[key];
    if (key === 'set-cookie') headers[key] = [...(known ?? []), value];
    else headers[key] = known === undefined ? value : `${String(known)}, ${value}`;
  }
  return {
    name: `${outcome.status} - ${request.method ?? 'GET'} ${request.url}`,
    protocol: `HTTP/${outcome.httpVersion}`,
    httpVersion: outcome.httpVersion,
    statusCode: outcome.status,
    statusMessage: outcome.reason,
    headers,
    rawHeaders: outcome.headers.flat(),
    contentType: utils.parseContentType(headers),
    body: outcome.body.text,
    rawBody: Buffer.from(content ?? []),
    request,
    timings: { total: timings.total },
    meta: {},
  };
}

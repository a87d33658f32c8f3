import type { HttpClientRequest, HttpRequest, Request } from 'httpyac';
import type { HeaderField } from '../../core/exchange/exchange';
import type { CookieStore, OutgoingRequest } from '../transport/transport';
import { bypassesProxy } from './proxy-bypass';
import { graphqlBody, isRequestType } from './dialects/graphql';
import { phrase } from '../../core/text/phrase';
import { notRun, Refusal } from './refusal';

/** The part of a project's httpyac configuration that concerns how requests are sent. */
export type RequestConfig = Readonly<Record<string, unknown>> | undefined;

/** What httpyac made of a request, as our transport takes it. Throws a `Refusal` where it has no usable URL. */
export function toOutgoing(
  request: Request | HttpClientRequest,
  name: string | undefined,
  config: RequestConfig,
): OutgoingRequest {
  const options = (request as HttpRequest).options ?? {};
  const { certificate, key, pfx, passphrase } = (options.https ?? {}) as Record<string, unknown>;
  const url = toUrl(request.url);
  const hasCertificate = !!(certificate ?? pfx);
  const headers = toFields(request.headers);
  if (headers.some(([field, value]) => /^authorization$/i.test(field) && /^cognito\s/i.test(value)))
    throw notRun(phrase('`{0}` signs in by REST Client itself: put a token in its place.', 'AWS Cognito'));
  return {
    method: request.method ?? 'GET',
    url,
    name,
    headers: headers.filter(([field]) => !isRequestType(field)),
    body: toBytes(graphqlBody(request.body, headers)),
    followRedirects:
      !request.noRedirect && config?.followRedirect !== false && config?.followRedirects !== false,
    verifyCertificate: !(request.noRejectUnauthorized || isUnverified(config) || isUnverified(options)),
    proxy: bypassesProxy(request.proxy, url, process.env) ? undefined : request.proxy,
    ...(hasCertificate ? { clientCertificate: { cert: certificate, key, pfx, passphrase } as object } : {}),
    cookies: options.cookieJar as CookieStore | undefined,
  };
}

/**
 * An absolute URL. A host without a scheme (`localhost:8080/items`, `api.example.com/items`) is taken for HTTP, as
 * JetBrains' and REST Client's files do.
 */
function toUrl(written: string): string {
  const text = written.trim();
  const schemed = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const host = /^(localhost|[\w-]+(\.[\w-]+)+|\[[\da-f:]+\]|[\w-]+(?=:\d))(:(\d+))?(?=[/?#]|$)/i.exec(text);
  const absolute = schemed || !host ? text : `${host[4] === '443' ? 'https' : 'http'}://${text}`;
  const url = URL.canParse(absolute) ? new URL(absolute) : undefined;
  if (/^curl\s/.test(text))
    throw notRun(phrase('The curl command has an option that is not read here: write the request out.'));
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || !url.hostname) {
    throw new Refusal(
      'INVALID_URL',
      written === ''
        ? phrase('There is no URL that a request can be sent to.')
        : phrase('`{0}` is not a URL that a request can be sent to.', written),
    );
  }
  return url.href;
}

/** httpyac's header fields as a list, one entry for each value. */
export function toFields(headers: Readonly<Record<string, unknown>> | undefined): HeaderField[] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [value]
          .flat()
          .map((one): HeaderField => [name, typeof one === 'object' ? JSON.stringify(one) : String(one)]),
  );
}

/** A body that is a text or bytes; undefined where it is neither. */
export function toBytes(body: unknown): Uint8Array | undefined {
  if (typeof body === 'string') return Buffer.from(body);
  return body instanceof Uint8Array ? body : undefined;
}

function isUnverified(options: unknown): boolean {
  const { rejectUnauthorized, https } = (options ?? {}) as {
    rejectUnauthorized?: unknown;
    https?: { rejectUnauthorized?: unknown };
  };
  return rejectUnauthorized === false || https?.rejectUnauthorized === false;
}

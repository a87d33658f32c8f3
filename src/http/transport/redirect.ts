import type { HeaderField } from '../../core/exchange/exchange';
import { redactorOf } from '../../core/redact/redactor';
import { isSecretField } from '../../core/redact/secret-names';
import type { OutgoingRequest } from './transport';

/** Statuses with a Location that says where to ask instead (RFC 9110 §15.4). */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Fields that speak of the content, and go with it. */
const CONTENT_FIELDS = /^(content-.*|transfer-encoding|trailer|expect)$/i;

/** Fields that are meant for one origin only, and whatever a name like these suggests a secret in. */
const CREDENTIAL_FIELDS =
  /^(authorization|cookie|proxy-authorization|host)$|api[-_]?key|token|secret|session|csrf|signature/i;

const none: ReadonlySet<string> = new Set();

const isCredential = (
  [name, value]: HeaderField,
  { confidential = none, confidentialNames = none }: OutgoingRequest,
): boolean =>
  CREDENTIAL_FIELDS.test(name) ||
  isSecretField(name, confidentialNames) ||
  redactorOf(confidential, none)(value) !== value;

export interface NextRequest {
  readonly request: OutgoingRequest;
  /** Names of the fields that were left out. */
  readonly dropped: readonly string[];
}

/** Where an answer redirects to, or nothing: the Location against the URL that answered; undefined where it is no URL. */
export function redirectTarget(
  status: number,
  location: string | undefined,
  from: string,
): string | undefined {
  if (!REDIRECTS.has(status) || !location) return undefined;
  if (!URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  // The fragment of the original request goes on where the new one has none (RFC 9110 §10.2.2).
  if (!target.hash) target.hash = new URL(from).hash;
  return target.protocol === 'http:' || target.protocol === 'https:' ? target.href : undefined;
}

/** Methods that change nothing on the server (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Whether a redirect may be followed without a question. A request that may change something is not to be sent on
 * without its author (RFC 9110 §15.4), and content is for whom it was written to, passwords in it above all: neither
 * goes to another origin.
 */
export const mayFollow = (request: OutgoingRequest, next: OutgoingRequest): boolean =>
  isSameOrigin(request.url, next.url) || (SAFE.has(next.method) && !next.body?.length);

const isSameOrigin = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin;

/**
 * The request that follows a redirect: method as clients do it (POST becomes GET on 301 and 302, anything but GET and
 * HEAD on 303: RFC 9110 §15.4.2–4; Fetch §4.4), and no credentials for another origin.
 */
export function followRedirect(request: OutgoingRequest, status: number, target: string): NextRequest {
  const method = nextMethod(request.method, status);
  const contentLost = method !== request.method;
  const foreign = !isSameOrigin(request.url, target);
  const dropped: string[] = [];
  const headers: HeaderField[] = [];
  for (const field of request.headers) {
    const [name] = field;
    if ((contentLost && CONTENT_FIELDS.test(name)) || (foreign && isCredential(field, request)))
      dropped.push(name);
    else headers.push(field);
  }
  return {
    request: {
      ...request,
      method,
      url: target,
      headers,
      body: contentLost ? undefined : request.body,
      clientCertificate: foreign ? undefined : request.clientCertificate,
      cookies: isOtherPort(request.url, target) ? undefined : request.cookies,
    },
    dropped,
  };
}

/** A cookie knows no port (RFC 6265 §8.5): what one server of a host was given is not for another beside it. */
function isOtherPort(from: string, to: string): boolean {
  const [before, after] = [new URL(from), new URL(to)];
  const isUpgrade = before.port === '' && after.port === '' && after.protocol === 'https:';
  return before.hostname === after.hostname && !isSameOrigin(from, to) && !isUpgrade;
}

function nextMethod(method: string, status: number): string {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
  return method === 'POST' && (status === 301 || status === 302) ? 'GET' : method;
}

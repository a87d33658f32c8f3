import type { Api } from '../catalog/catalog';
import type { Check } from '../catalog/format';
import type { HeaderField } from '../exchange/exchange';
import type { Language } from '../text/language';

/** A request that tells whether an API is up; nothing of it has been sent. */
export interface HealthCheck {
  readonly title: string;
  readonly method: string;
  /** Absolute, below the origin that was asked for. */
  readonly url: string;
  /** With the credential, unless the check goes without. */
  readonly headers: readonly HeaderField[];
  readonly body?: string;
  /** What a good answer looks like, for people. */
  readonly expect?: string;
  /** Changes nothing on the server (RFC 9110 §9.2.1). */
  readonly isSafe: boolean;
  /** One of the catalog's own health checks, not just an endpoint that can be read. */
  readonly isOwn: boolean;
}

/** What the checks are sent with. */
export interface HealthTarget {
  /** `https://api.example.com` */
  readonly origin: string;
  /** The header fields that say who asks; none where nobody is known at this origin. */
  readonly credential: readonly HeaderField[];
  /** The token of the credential, for checks that have it in their body. */
  readonly token: string | undefined;
}

/**
 * The catalog's health checks and the endpoints of the API that can be read as they stand, without ids to fill in.
 * A check that needs a token is left out where there is none.
 */
export function healthChecks(api: Api, target: HealthTarget, language: Language): HealthCheck[] {
  const own = (api.health ?? []).flatMap((check) => ownCheck(check, target, language) ?? []);
  const known = new Set(own.map(({ url }) => url));
  const readable = (api.match?.endpoints ?? []).flatMap((endpoint) => {
    const [, method = 'GET', path = ''] = /^(?:([A-Z]+)\s+)?(\/[^{}\s]*)$/.exec(endpoint) ?? [];
    const url = path === '' || method !== 'GET' ? undefined : urlOf(path, target.origin);
    if (url === undefined || known.has(url)) return [];
    known.add(url);
    return [{ title: path, method, url, headers: target.credential, isSafe: true, isOwn: false }];
  });
  return [...own, ...readable];
}

function ownCheck(
  check: Check,
  { origin, credential, token }: HealthTarget,
  language: Language,
): HealthCheck | undefined {
  const [, method = '', path = ''] = /^([A-Z]+)\s+(\/\S*)$/.exec(check.request) ?? [];
  const url = urlOf(path, origin);
  const body = check.body === undefined ? undefined : JSON.stringify(check.body);
  if (url === undefined || (token === undefined && body?.includes('{{token}}'))) return undefined;
  return {
    title: check.title[language],
    method,
    url,
    headers: [...Object.entries(check.headers ?? {}), ...(check.anonymous ? [] : credential)],
    ...(body === undefined ? {} : { body: body.replaceAll('{{token}}', () => jsonText(token ?? '')) }),
    ...(check.expect ? { expect: check.expect[language] } : {}),
    isSafe: !check.unsafe && /^(?:GET|HEAD|OPTIONS)$/.test(method),
    isOwn: true,
  };
}

/** The path below the origin; nothing where it would lead elsewhere (`//other.example`). */
function urlOf(path: string, origin: string): string | undefined {
  const url = path !== '' && URL.canParse(path, origin) ? new URL(path, origin) : undefined;
  return url?.origin === origin ? url.href : undefined;
}

/** As it stands within the quotation marks of a JSON text. */
const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1);

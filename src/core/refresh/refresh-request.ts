import type { Authentication, TokenRequest } from '../catalog/format';
import type { HeaderField } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import { asText, valueAt } from '../exchange/readings/json-path';

/** How a request that was refused for its token may get a new one. */
export interface RefreshPlan {
  /** `https://api.example.com`: the origin of the refused request, the only one that is told the refresh token. */
  readonly origin: string;
  readonly method: string;
  /** Absolute, below `origin`. */
  readonly url: string;
  /** The header field that carries the new token. */
  readonly header: string;
  readonly refresh: TokenRequest;
}

/** A request for new tokens, ready to be sent. */
export interface RefreshRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderField[];
  readonly body: string;
}

/** Both as they are to be used; the second one only where the answer brought a new one. */
export interface NewTokens {
  readonly token: string;
  readonly refreshToken?: string;
}

/**
 * The catalog's refresh request, where it may help: the answer is 401 and the request is none for tokens itself.
 * A credential of another kind (a password, an API key) is not what a refresh gives.
 */
export function refreshOf({ answer, api, url, credentials }: Reading): RefreshPlan | undefined {
  if (answer?.status !== 401 || !api || !url) return undefined;
  const [credential] = credentials.filter(({ source }) => source !== 'cookie');
  for (const kind of api.authentication ?? []) {
    if (!kind.refresh || !takesTheSame(kind, credential)) continue;
    const [, method = '', path = ''] = /^([A-Z]+)\s+(\/\S*)$/.exec(kind.refresh.request) ?? [];
    const target = URL.canParse(path, url.origin) ? new URL(path, url.origin) : undefined;
    if (!target || target.origin !== url.origin || isTokenPath(kind, url.pathname)) continue;
    return { origin: url.origin, method, url: target.href, header: kind.header, refresh: kind.refresh };
  }
  return undefined;
}

type Sent = Pick<Reading['credentials'][number], 'source' | 'name' | 'scheme'>;

function takesTheSame({ header, scheme }: Authentication, credential: Sent | undefined): boolean {
  if (!scheme.startsWith('bearer')) return false;
  if (!credential) return true;
  if (credential.source === 'authorization')
    return (
      header.toLowerCase() === 'authorization' &&
      !/^(?:basic|digest|negotiate)$/i.test(credential.scheme ?? '')
    );
  return credential.source === 'key-header' && credential.name.toLowerCase() === header.toLowerCase();
}

/** Whether the refused request is itself one of those that hand out tokens. */
function isTokenPath({ login, refresh }: Authentication, path: string): boolean {
  const bare = (text: string): string => text.replace(/\/+$/, '');
  return [login?.request, refresh?.request].some(
    (request) => request !== undefined && bare(request.replace(/^[A-Z]+\s+/, '')) === bare(path),
  );
}

/** The request of a plan, with the refresh token in it. */
export function refreshRequest({ method, url, refresh }: RefreshPlan, refreshToken: string): RefreshRequest {
  return {
    method,
    url,
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json'],
    ],
    body: JSON.stringify(filledIn(refresh.body ?? {}, refreshToken)),
  };
}

/** The body's values with the token in place of its placeholder, at any depth. */
function filledIn(value: unknown, refreshToken: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{{refreshToken}}', () => refreshToken);
  if (Array.isArray(value)) return value.map((each) => filledIn(each, refreshToken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, filledIn(each, refreshToken)]),
  );
}

/** A token as a header field can carry it (RFC 6750 §2.1, and what servers make of that); what is longer is none. */
const usable = (token: string | undefined): string | undefined =>
  token !== undefined && /^[\x21-\x7e]{1,16000}$/.test(token) ? token : undefined;

/** What the answer to a refresh request brought; nothing where it holds no token where the catalog says. */
export function tokensIn({ refresh }: RefreshPlan, answerBody: string): NewTokens | undefined {
  let json: unknown;
  try {
    json = JSON.parse(answerBody);
  } catch {
    return undefined;
  }
  const token = usable(asText(valueAt(json, refresh.token)));
  if (token === undefined) return undefined;
  const refreshToken =
    refresh.refreshToken === undefined ? undefined : usable(asText(valueAt(json, refresh.refreshToken)));
  return refreshToken === undefined ? { token } : { token, refreshToken };
}

/** The header fields of a request with the new token in place of the old one, wherever it stood. */
export function withToken(headers: readonly HeaderField[], header: string, token: string): HeaderField[] {
  const name = header.toLowerCase();
  const value = name === 'authorization' ? `Bearer ${token}` : token;
  const has = headers.some(([field]) => field.toLowerCase() === name);
  if (!has) return [...headers, [header, value]];
  return headers.map(([field, old]) => (field.toLowerCase() === name ? [field, value] : [field, old]));
}

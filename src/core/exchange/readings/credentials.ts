import type { Authentication } from '../../catalog/format';
import type { Reading } from '../reading';
import { isSecretField, isSecretParameter } from '../../redact/secret-names';
import { isObject } from './json-path';
import { signatureName } from './kinds-of-credentials';

/** Something in the request that says who sends it. */
export interface Credential {
  readonly source: 'authorization' | 'key-header' | 'query' | 'cookie' | 'userinfo' | 'body';
  /** The header field or parameter that carries it, as written. */
  readonly name: string;
  /** The value as it was sent. */
  readonly raw: string;
  /** Only in Authorization; absent where a bare token was sent. */
  readonly scheme?: string;
  /** What follows the scheme, quotes and outer whitespace taken off; empty where nothing does. */
  readonly token: string;
}

/** Header fields that carry keys in many APIs, lower-case. */
const keyHeaders: readonly string[] = [
  'x-api-key', 'api-key', 'apikey', 'x-apikey', 'x-api-token', 'x-auth-token', 'x-access-token', 'x-auth-key',
  'private-token', 'ocp-apim-subscription-key', 'x-functions-key', 'x-goog-api-key', 'x-rapidapi-key', 'x-shopify-access-token',
]; // prettier-ignore

/** Secret by their name, and no credential by themselves: a token against forgery goes with a cookie. */
const otherPurpose = /^(?:proxy-)?authorization$|^cookie$|[cx]srf/;

const keyParameters =
  /^(?:api[-_]?key|apikey|key|access[-_]?token|auth[-_]?token|token|sig|signature|x-amz-signature)$/i;

/** Body fields by which an endpoint that hands out tokens is told. */
const bodyCredentials: readonly string[] = [
  'password', 'client_secret', 'refresh_token', 'grant_type', 'refresh', 'refreshToken', 'clientSecret', 'assertion',
]; // prettier-ignore

/** What passwords are called in bodies. */
export const passwordName = /^(?:password|passwd|pass|pwd|senha|client_?secret|pin)$/i;

const bodyTokens: readonly string[] = [
  'token',
  'access',
  'access_token',
  'accessToken',
  'id_token',
  'idToken',
  'jwt',
];

/** What a form hands in to be exchanged (RFC 7523, RFC 8693). */
const handedIn: readonly string[] = ['subject_token', 'actor_token', 'client_assertion', 'id_token_hint'];

/** Schemes that are credentials of their own syntax (parameters, signatures), not one opaque token. */
const parameterSchemes =
  /^(?:digest|signature|oauth|hawk|aws4-hmac-sha256|mac|negotiate|ntlm|gnap|privatetoken)$/i;

/** Whether what follows a scheme is one token, and not parameters. */
export const takesToken = (scheme: string | undefined): boolean =>
  scheme === undefined || !parameterSchemes.test(scheme);

/** Whether a credential is a user name with a password, in the clear or hashed, and so no token of any kind. */
export const isPassword = ({ source, scheme }: Credential): boolean =>
  source === 'userinfo' || /^(?:basic|digest|negotiate|ntlm)$/i.test(scheme ?? '');

/** The API's ways in that are carried by Authorization. */
export const authorizationKinds = (reading: Reading): readonly Authentication[] =>
  (reading.api?.authentication ?? []).filter(({ header }) => header.toLowerCase() === 'authorization');

/** The API's ways in that have a header field of their own. */
export const keyHeaderKinds = (reading: Reading): readonly Authentication[] =>
  (reading.api?.authentication ?? []).filter(({ header }) => header.toLowerCase() !== 'authorization');

/** Every credential that a request carries, in header fields, URL, body and cookies; those that the API expects come first. */
export function readCredentials(reading: Reading): Credential[] {
  const { requestFields, url } = reading;
  const credentials: Credential[] = requestFields.all('authorization').map(readAuthorization);
  const own = keyHeaderKinds(reading).map(({ header }) => header.toLowerCase());
  for (const name of new Set([...own, ...keyHeaders])) {
    if (name === 'cookie') continue;
    for (const raw of requestFields.all(name))
      credentials.push({ source: 'key-header', name, raw, token: unwrap(raw) });
  }
  for (const [field, raw] of reading.exchange.request.headers) {
    const name = field.toLowerCase();
    const isListed = own.includes(name) || keyHeaders.includes(name);
    if (!isListed && !otherPurpose.test(name) && (isSecretField(name, new Set()) || signatureName.test(name)))
      credentials.push({ source: 'key-header', name, raw, token: unwrap(raw) });
  }
  for (const [name, raw] of url?.searchParams ?? []) {
    if (keyParameters.test(name) || isSecretParameter(name, new Set()))
      credentials.push({ source: 'query', name, raw, token: raw });
  }
  if (url?.username || url?.password) {
    credentials.push({
      source: 'userinfo',
      name: 'URL',
      raw: `${url.username}:${url.password}`,
      token: url.password,
    });
  }
  credentials.push(...readBodyCredentials(reading));
  const cookie = requestFields.get('cookie');
  if (cookie !== undefined)
    credentials.push({ source: 'cookie', name: 'Cookie', raw: cookie, token: cookie });
  return credentials.sort((a, b) => expectation(b, own) - expectation(a, own));
}

function readBodyCredentials({ requestBody }: Reading): Credential[] {
  const { kind, text, json } = requestBody;
  const found: Credential[] = [];
  if (kind === 'json' && isObject(json)) {
    // A token that is handed in to be verified, exchanged or revoked.
    for (const name of bodyTokens) {
      const raw = Object.hasOwn(json, name) ? json[name] : undefined;
      if (typeof raw === 'string' && /^eyJ[\w-]+\./.test(raw))
        found.push({ source: 'body', name, raw, token: raw });
    }
    for (const name of bodyCredentials) {
      const raw = Object.hasOwn(json, name) ? json[name] : undefined;
      if (typeof raw === 'string' && raw !== '') found.push({ source: 'body', name, raw, token: raw });
    }
    // `{ "login": …, "senha": … }`, `{ "user": { "email": …, "password": … } }`
    for (const inner of [json, ...Object.values(json).slice(0, 20)]) {
      for (const [name, raw] of isObject(inner) ? Object.entries(inner).slice(0, 20) : [])
        if (
          passwordName.test(name) &&
          !found.some((each) => each.name === name) &&
          typeof raw === 'string' &&
          raw !== ''
        )
          found.push({ source: 'body', name, raw, token: raw });
    }
  } else if (kind === 'form') {
    for (const [name, raw] of new URLSearchParams(text.slice(0, 65_536))) {
      const isToken = bodyTokens.includes(name) || handedIn.includes(name);
      if (bodyCredentials.includes(name) || (isToken && /^eyJ[\w-]+\./.test(raw)))
        found.push({ source: 'body', name, raw, token: raw });
    }
  }
  return found;
}

/** An API's own key header comes before Authorization only where Authorization was not used. */
function expectation({ source, name, token }: Credential, own: readonly string[]): number {
  if (source === 'authorization') return token === '' ? 3 : 5;
  if (source === 'key-header') return own.includes(name) ? 4 : 3;
  return source === 'cookie' ? 0 : 2;
}

const loneScheme = /^(?:bearer|basic|token|digest|apikey|api-key|key|jwt|dpop):?$/i;

/** `Bearer abc`, ` "Bearer abc"`, `Bearer "abc"`, `abc`, `Bearer`: scheme and token, as meant. */
function readAuthorization(raw: string): Credential {
  const source = 'authorization';
  const name = 'Authorization';
  const value = unwrap(raw);
  if (loneScheme.test(value)) return { source, name, raw, scheme: value, token: '' };
  const parts = /^([^\s\u00A0]+)[\s\u00A0]+([\s\S]+)$/.exec(value);
  // `{{token type}} …` and `"…` hold no scheme.
  if (!parts?.[1] || !/^[A-Za-z]/.test(parts[1]) || parts[1].length > 40)
    return { source, name, raw, token: value };
  return { source, name, raw, scheme: parts[1], token: unwrap(parts[2] ?? '') };
}

const quotes = `"'\`“”‘’«»`;
const outerQuotes = new RegExp(`^[${quotes}]+|[${quotes}]+$`, 'g');

/** Outer whitespace and quotes taken off. */
const unwrap = (value: string): string => {
  const trimmed = value.trim();
  const bracketed = jwtInBrackets.exec(trimmed)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /^[A-Za-z][\w-]*\s+\w+=/.test(trimmed) ? trimmed : trimmed.replace(outerQuotes, '').trim();
};

/** The brackets of `Bearer <token>` that stayed around the token. */
const jwtInBrackets = /^<(eyJ[\w-]+\.[\w-]+\.[\w-]*)>$/;

/** Whether a value begins or ends with a quote, or is a token in angle brackets. */
export const isQuoted = (value: string): boolean => {
  const trimmed = value.trim();
  if (jwtInBrackets.test(trimmed)) return true;
  return (
    trimmed !== '' &&
    (quotes.includes(trimmed.charAt(0)) || quotes.includes(trimmed.charAt(trimmed.length - 1)))
  );
};

import type { Api } from '../catalog/catalog';
import type { Exchange, HeaderField } from '../exchange/exchange';
import { collectFromBody } from './collect-from-body';
import { decode } from './decode';
import { jwt, markedKey } from './marked-tokens';
import { isSecretField, isSecretParameter, plainName } from './secret-names';
import { secretNamesOf } from './secret-names-of';

/** Every secret value of an exchange, as it was written; variables that were not filled in are none. */
export function collectSecrets(exchange: Exchange, api: Api | undefined): Set<string> {
  const names = secretNamesOf(exchange, api);
  const secrets = new Set<string>(exchange.secrets);
  const { request, outcome } = exchange;
  collectFromFields(request.headers, names, secrets);
  const urls = [request.url, ...exchange.redirects.flatMap(({ from, to }) => [from, to])];
  if (exchange.connection?.proxy) urls.push(exchange.connection.proxy);
  if (outcome.kind === 'response') {
    collectFromFields(outcome.headers, names, secrets);
    urls.push(
      outcome.url,
      ...outcome.headers.filter(([name]) => /^(?:content-)?location$/i.test(name)).map(([, value]) => value),
    );
    collectFromBody(outcome.body.text, names, outcome.status >= 400 ? 'error' : 'answer', secrets);
  }
  for (const redirect of exchange.redirects) collectFromFields(redirect.headers, names, secrets);
  for (const url of urls) collectFromUrl(url, names, secrets);
  if (request.body) collectFromBody(request.body.text, names, 'request', secrets);
  for (const text of [request.url, request.body?.text ?? '', ...request.headers.map(([, value]) => value)])
    for (const pattern of [jwt, markedKey])
      for (const [token] of text.slice(0, 100_000).matchAll(pattern)) secrets.add(token);
  // A server reads a cookie or key as what its percent-encoding means, and may quote that.
  for (const secret of [...secrets])
    if (/%[0-9a-f]{2}/i.test(secret)) secrets.add(decode(secret.replaceAll('+', '%2B')));
  for (const secret of [...secrets]) if (/^\s*$|^\{\{[^{}]*\}\}$/.test(secret)) secrets.delete(secret);
  return secrets;
}

function collectFromFields(
  fields: readonly HeaderField[],
  names: ReadonlySet<string>,
  into: Set<string>,
): void {
  for (const [name, value] of fields) {
    const plain = plainName(name);
    if (plain === 'cookie') for (const pair of value.split(';')) addCookie(pair, into);
    else if (plain === 'setcookie') addCookie(value.split(';', 1)[0] ?? '', into);
    else if (plain === 'authorization' || plain === 'proxyauthorization') addAuthorization(value, into);
    else if (isSecretField(name, names)) into.add(value.trim());
  }
}

function addCookie(pair: string, into: Set<string>): void {
  const value = pair.slice(pair.indexOf('=') + 1).trim();
  into.add(value.replace(/^"(.*)"$/, '$1'));
}

const schemes =
  /^(?:bearer|basic|digest|token|apikey|api-key|key|jwt|dpop|negotiate|ntlm|signature|oauth|hawk|aws4-hmac-sha256)[:,]?$/i;

/** The credential, its words (one may be quoted alone), and for Basic what is inside (RFC 7617 §2). */
function addAuthorization(value: string, into: Set<string>): void {
  const words = value.trim().split(/\s+/);
  const credential = words.filter(
    (word, i) => !(schemes.test(word) && i < words.length - (words.length === 1 ? 0 : 1)),
  );
  for (const word of credential) {
    if (schemes.test(word)) continue;
    const bare = word.replace(/^["'`“”]+|["'`“”,]+$/g, '');
    into.add(word);
    into.add(bare);
    // The parameters of Digest and others: the values are what is secret.
    const parameter = /^[\w-]+="?([^"]{8,})"?$/.exec(bare)?.[1];
    if (parameter !== undefined) into.add(parameter);
  }
  if (credential.length > 1) into.add(credential.join(' '));
  if (!/^basic\b/i.test(value.trim())) return;
  const decoded = decodeBase64(credential[0] ?? '');
  const colon = decoded?.indexOf(':') ?? -1;
  if (decoded === undefined || colon < 0) return;
  into.add(decoded);
  into.add(decoded.slice(colon + 1));
}

function decodeBase64(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function collectFromUrl(text: string, names: ReadonlySet<string>, into: Set<string>): void {
  const userinfo = /^[a-z][\w+.-]*:\/\/([^/?#@\s]*)@/i.exec(text)?.[1];
  if (userinfo !== undefined)
    addBoth(userinfo.includes(':') ? userinfo.slice(userinfo.indexOf(':') + 1) : userinfo, into);
  for (const pair of (/[?]([^#]*)/.exec(text)?.[1] ?? '')
    .split('&')
    .concat((/#(.*)$/.exec(text)?.[1] ?? '').split('&'))) {
    const equals = pair.indexOf('=');
    if (equals > 0 && isSecretParameter(decode(pair.slice(0, equals)), names))
      addBoth(pair.slice(equals + 1), into);
  }
}

/** A value both as it stands in a URL and as it is meant. */
function addBoth(value: string, into: Set<string>): void {
  into.add(value);
  into.add(decode(value));
}

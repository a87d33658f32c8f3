import type { Api } from '../catalog/catalog';
import type { Exchange } from '../exchange/exchange';
import { utf8 } from './base64';
import { collectSecrets } from './collect-secrets';
import { fragmentRedactor } from './fragments';
import { isMasked, mask } from './mask';
import { jwt, markedKey } from './marked-tokens';
import { isSecretName } from './secret-names';
import { secretNamesOf } from './secret-names-of';

/** Takes every secret of one exchange out of a text. */
export type Redactor = (text: string) => string;

/** The shortest secret that is searched for everywhere; a shorter one would take ordinary text along. */
const shortest = 4;
/** Up to here a secret must stand alone: `test` is not taken out of `latest`. */
const ordinaryWord = 8;

/**
 * The one place where secrets are taken out of what is shown: the values of secret header fields, parameters and body
 * fields of the exchange in all their spellings, and whatever looks like a token, wherever it stands.
 */
export function redactorFor(exchange: Exchange, api: Api | undefined): Redactor {
  return redactorOf(collectSecrets(exchange, api), secretNamesOf(exchange, api));
}

/** The same for secrets that are known otherwise, and the names that hold them. */
export function redactorOf(secrets: ReadonlySet<string>, names: ReadonlySet<string>): Redactor {
  const literals = literalPattern(secrets);
  const fragments = fragmentRedactor(secrets);
  return (text) => {
    const known = literals ? text.replace(literals, (secret) => mask(secret)) : text;
    return redactPatterns(fragments ? fragments(known) : known, names);
  };
}

/** Takes out of a text whatever looks like a token, where there is no exchange to know more by: for logs. */
export const redactText = (text: string): string => redactPatterns(text, new Set());

function literalPattern(secrets: ReadonlySet<string>): RegExp | undefined {
  const spellings = new Set<string>();
  for (const secret of secrets)
    if (secret.length >= shortest) for (const spelling of spellingsOf(secret)) spellings.add(spelling);
  if (spellings.size === 0) return undefined;
  // The longest first, so that no secret is left half by another that begins it.
  const ordered = [...spellings].sort((a, b) => b.length - a.length).slice(0, 2000);
  return new RegExp(ordered.map(patternOf).join('|'), 'g');
}

function patternOf(literal: string): string {
  const escaped = literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return literal.length < ordinaryWord ? `(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])` : escaped;
}

/** The value as it stands in headers, JSON, URLs, forms, HTML and Basic credentials. */
function spellingsOf(secret: string): string[] {
  const bytes = utf8(secret);
  const base64 = btoa(bytes);
  // The bytes: so it reads in a header field or reason phrase.
  const spellings = new Set([
    bytes,
    base64,
    base64.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'),
  ]);
  // JSON inside JSON, as in a message that quotes a body.
  let nested = secret;
  for (let depth = 0; depth < 4; depth++) {
    for (const spelling of escapedFor(nested)) spellings.add(spelling);
    nested = JSON.stringify(nested).slice(1, -1);
  }
  return [...spellings].filter((spelling) => spelling.length >= shortest);
}

/** A text as it is, in a URL or form, and in HTML or XML. */
function escapedFor(text: string): string[] {
  const whole = text.replace(/[\uD800-\uDFFF]/g, '');
  const percent = encodeURIComponent(whole);
  return [
    text,
    percent,
    percent.replaceAll('%20', '+'),
    percent.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    encodeURI(whole),
    ...['"', '&quot;', '&#34;'].map((quote) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', quote)
        .replaceAll("'", '&#39;'),
    ),
  ];
}

/** A scheme and its token, but not the parameters of a challenge (RFC 9110 §11.3, RFC 6750 §3, RFC 9449, RFC 9728). */
const schemed =
  /\b(Bearer|Basic|Token|ApiKey|DPoP)(\s+|%20)(?!(?:realm|error(?:_description|_uri)?|scope|nonce|algs?|charset|acr_values|max_age|resource_metadata)\s*=)([\w.~+/=-]{6,})(?!…)/gi;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const userinfo = /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#@:]*:)([^\s/?#@]+)@/gi;
/** `"token": `, `token=`, `X-API-Key: `, also where JSON or HTML quotes it: a name that something is given to. */
const given = /((?:(?<!\\)\\{0,15})["']|&(?:quot|#34|#39|apos);|)\b([\w-]{2,60})\1\s*[:=]\s*/g;
const givenValue =
  /"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\\\r\n]|\\.)*)'|(\\{1,15}["']|&(?:quot|#34|#39|apos);)([^\r\n]{0,4000}?)\3|([^\s"'`,;&<>{}()[\]\\]+)/y;

function redactPatterns(text: string, names: ReadonlySet<string>): string {
  const schemeless = text
    .replace(privateKey, (key) => mask(key))
    .replace(jwt, (token) => mask(token))
    .replace(markedKey, (key) => mask(key))
    .replace(userinfo, (whole, before: string, password: string) =>
      isMasked(password) ? whole : `${before}${mask(password)}@`,
    )
    .replace(schemed, (whole, scheme: string, space: string, token: string) =>
      isOpaque(token) ? `${scheme}${space}${mask(token)}` : whole,
    );
  return redactGiven(schemeless, names);
}

/** Takes out what is given to a secret name. Values of other names are read on: there may be another name in them. */
function redactGiven(text: string, names: ReadonlySet<string>): string {
  let redacted = '';
  let done = 0;
  for (const match of text.matchAll(given)) {
    const [head, quote = '', name = ''] = match;
    if (match.index < done || !isSecretName(name, names)) continue;
    givenValue.lastIndex = match.index + head.length;
    const [whole, double, single, mark, marked, plain] = givenValue.exec(text) ?? [];
    const value = double ?? single ?? marked ?? plain;
    if (whole === undefined || value === undefined || isNoSecret(value)) continue;
    if (plain !== undefined && quote === '' && head.trimEnd().endsWith(':') && !isOpaque(value)) continue;
    const around = double !== undefined ? '"' : single !== undefined ? "'" : (mark ?? '');
    const start = match.index + head.length;
    redacted += `${text.slice(done, start)}${around}${mask(value)}${around}`;
    done = start + whole.length;
  }
  return redacted + text.slice(done);
}

/** `password: is too short`, `"token": "Bearer …"`: sentences are no secrets, and neither are variables. */
const isNoSecret = (value: string): boolean =>
  value === '' ||
  isMasked(value) ||
  /\s|^\{\{|…/.test(value) ||
  /^(?:null|true|false|undefined|string|bearer|basic|required|expired|invalid|missing)[.,]?$/i.test(value);

/** Not a word of a sentence such as "Bearer authentication is required". */
const isOpaque = (token: string): boolean =>
  /\d/.test(token) || token.length >= 24 || /[a-z][A-Z]|[=_/+~]/.test(token);

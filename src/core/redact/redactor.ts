import type { Api } from '../catalog/catalog';
import type { Exchange } from '../exchange/exchange';
import { collectSecrets, ownSecretNames } from './collect-secrets';
import { isMasked, mask } from './mask';
import { isSecretName } from './secret-names';

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
  const names = ownSecretNames(api);
  const literals = literalPattern(collectSecrets(exchange, api));
  return (text) => {
    const known = literals ? text.replace(literals, (secret) => mask(secret)) : text;
    return redactPatterns(known, names);
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
  const percent = encodeURIComponent(secret.replace(/[\uD800-\uDFFF]/g, ''));
  const base64 = encodeBase64(secret);
  const escaped = JSON.stringify(secret).slice(1, -1);
  const spellings = [
    secret,
    escaped,
    // JSON inside JSON, as in a message that quotes a body.
    JSON.stringify(escaped).slice(1, -1),
    percent,
    percent.replaceAll('%20', '+'),
    percent.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    encodeURI(secret.replace(/[\uD800-\uDFFF]/g, '')),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    base64,
    base64.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'),
  ];
  return spellings.filter((spelling) => spelling.length >= shortest);
}

function encodeBase64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** Keys that providers mark by their beginning. */
const markedKey =
  /\b(?:(?:sk|rk|pk)_(?:live|test)_[\w]{8,}|whsec_[\w+/=]{8,}|gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{8,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w-]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_\w{30,}|pypi-[\w-]{30,}|dop_v1_[a-f0-9]{32,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,}|sk-[\w-]{20,}|hf_\w{20,})/g;
const jwt = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
/** A scheme and its token, but not the parameters of a challenge (RFC 9110 §11.3, RFC 6750 §3, RFC 9449, RFC 9728). */
const schemed =
  /\b(Bearer|Basic|Token|ApiKey|DPoP)(\s+|%20)(?!(?:realm|error(?:_description|_uri)?|scope|nonce|algs?|charset|acr_values|max_age|resource_metadata)\s*=)([\w.~+/=-]{6,})(?!…)/gi;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const userinfo = /\b([a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#@:]*:)([^\s/?#@]+)@/gi;
/** `"token": "…"`, `token=…`, `X-API-Key: …`: a secret's name, and what follows it. */
const named =
  /(["']?)\b([\w-]{2,60})\1(\s*[:=]\s*)(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\\\r\n]|\\.)*)'|([^\s"'`,;&<>{}()[\]]+))/g;

function redactPatterns(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(privateKey, (key) => mask(key))
    .replace(jwt, (token) => mask(token))
    .replace(markedKey, (key) => mask(key))
    .replace(userinfo, (whole, before: string, password: string) =>
      isMasked(password) ? whole : `${before}${mask(password)}@`,
    )
    .replace(schemed, (whole, scheme: string, space: string, token: string) =>
      isOpaque(token) ? `${scheme}${space}${mask(token)}` : whole,
    )
    .replace(
      named,
      (
        whole,
        quote: string,
        name: string,
        between: string,
        double?: string,
        single?: string,
        plain?: string,
      ) => {
        const value = double ?? single ?? plain ?? '';
        if (!isSecretName(name, names) || isMasked(value) || value === '') return whole;
        // `password: is too short`, `"token": "Bearer …"`: sentences are no secrets, and neither are variables.
        if (
          /\s|^\{\{|…/.test(value) ||
          /^(?:null|true|false|undefined|string|bearer|basic|required|expired|invalid|missing)[.,]?$/i.test(
            value,
          )
        )
          return whole;
        if (plain !== undefined && between.trim() === ':' && quote === '' && !isOpaque(value)) return whole;
        const mark = double !== undefined ? '"' : single !== undefined ? "'" : '';
        return `${quote}${name}${quote}${between}${mark}${mask(value)}${mark}`;
      },
    );
}

/** Not a word of a sentence such as "Bearer authentication is required". */
const isOpaque = (token: string): boolean =>
  /\d/.test(token) || token.length >= 24 || /[a-z][A-Z]|[=_/+~]/.test(token);

import { isWordCode } from './words';

/** Characters to each side that may show that a word is meant as a field or claim. */
const reach = 300;

/**
 * Whether the name of a header field stands here as one: before a colon, or as a whole string, in any case. A name
 * that is made of ordinary words, such as `Date` or `RateLimit`, counts only where the text around it is about headers.
 */
export function fieldCounts(
  text: string,
  start: number,
  end: number,
  name: string,
  languageId: string,
): boolean {
  if (text.slice(start, end).toLowerCase() !== name.toLowerCase()) return false;
  if (joins(text, start - 1) || joins(text, end)) return false;
  const isKey = /^["'`]?\s*:(?!:)/.test(text.slice(end, end + 4));
  if (!isKey && !isString(text, start, end)) return false;
  if (!/^(?:[A-Z][a-z]+)+$/.test(name)) return true;
  return (
    /header|HTTP\/\d|\bcurl\s/i.test(text.slice(Math.max(0, start - reach), start)) ||
    (isKey ? isHeaderLine(text, start, languageId) : isLookup(text, start, end, name))
  );
}

/** `Date: …` in a request file, in what curl -v prints, and beside a line that can only be a header field. */
function isHeaderLine(text: string, start: number, languageId: string): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  if (/^[<>] $/.test(before)) return true;
  if (before.trim() !== '') return false;
  if (languageId === 'http') return true;
  const above =
    text
      .slice(Math.max(0, lineStart - reach), lineStart)
      .trimEnd()
      .split('\n')
      .at(-1) ?? '';
  const lineEnd = text.indexOf('\n', start);
  const below = lineEnd < 0 ? '' : (text.slice(lineEnd + 1, lineEnd + reach).split('\n')[0] ?? '');
  return [above, below].some((line) => /^\s*[A-Z]\w*(?:-[A-Z]\w*)+:\s/.test(line));
}

/** `req.get('Authorization')`: the name as it is registered, given to what reads or sets values by name. */
function isLookup(text: string, start: number, end: number, name: string): boolean {
  return (
    text.slice(start, end) === name &&
    /\b(?:get|set|has|append|delete)\(\s*["'`]$/.test(text.slice(Math.max(0, start - 20), start))
  );
}

/** Claims whose names mean nothing else; others count beside one of the registered ones. */
const ownNames = /^(?:exp|iat|nbf|iss|jti|azp)$/;
const registered = /["'](?:exp|iat|nbf|iss|jti|aud|sub|alg|kid)\\?["']\s*:/g;

/** Whether the name of a claim is a key of JSON here, in what is or may be a token. */
export function claimCounts(text: string, start: number, end: number, name: string): boolean {
  if (text.slice(start, end) !== name || !isString(text, start, end)) return false;
  if (!/^\\?["']\s*:/.test(text.slice(end, end + 5))) return false;
  if (ownNames.test(name)) return true;
  const from = Math.max(0, start - reach);
  const around = text.slice(from, end + reach);
  return [...around.matchAll(registered)].some((match) => from + match.index + 1 !== start);
}

function isString(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  return /["'`]/.test(before) && (text[end] === before || (text[end] === '\\' && text[end + 1] === before));
}

/** `-` goes on in a field's name. */
const joins = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (text[at] === '-' || isWordCode(text.charCodeAt(at)));

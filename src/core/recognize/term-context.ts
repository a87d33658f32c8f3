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
  // A package of that name, in a list of dependencies: `"content-type": "^1.0.5"`.
  if (isKey && dependency.test(text.slice(end, end + 40))) return false;
  if (!isKey && !isString(text, start, end)) return false;
  if (!/^(?:[A-Z][a-z]+)+$/.test(name)) return true;
  return (
    isGivenToHeaders(text, start, end, name) ||
    (isKey && (isInHeaders(text, start) || isHeaderLine(text, start, languageId)))
  );
}

const dependency = /^["']?\s*:\s*["'](?:[~^<>=]{0,2}\d+\.\d+\.\d+[\w.-]*|workspace:|npm:)/;

/** `headers['date']` · `req.get('Authorization')` · `getHeader("Allow")` · `-H 'Accept: …'` · `"date" in headers`. */
function isGivenToHeaders(text: string, start: number, end: number, name: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (/(?:header\w*(?:\??\.\w+)?\s*[[(]\s*b?|(?:-H|--header)\s*)["'`]$/i.test(before)) return true;
  if (/^["'`]\s+(?:not\s+)?in\s+\w*headers/i.test(text.slice(end, end + 40))) return true;
  return text.slice(start, end) === name && /\b(?:get|set|has|append|delete)\(\s*["'`]$/.test(before);
}

/** Within `headers: { … }`, `headers = [ … ]`, `new Headers({ … })`. */
function isInHeaders(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const opened = [...before.matchAll(/header\w*["'`]?\s*(?::|=>?|\()\s*[[{(]/gi)].at(-1);
  if (!opened) return false;
  let depth = 1;
  for (const char of before.slice(opened.index + opened[0].length)) {
    if (/[[{(]/.test(char)) depth++;
    else if (/[\]})]/.test(char) && --depth === 0) return false;
  }
  return true;
}

/** `Date: …` in a request file, in what curl -v prints, and among lines that can only be of a message. */
function isHeaderLine(text: string, start: number, languageId: string): boolean {
  const near = text.slice(Math.max(0, start - reach), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  // Whatever is on so long a line, it is no header alone.
  if (before.length === reach) return false;
  const lineStart = start - before.length;
  if (/^[<>] $/.test(before)) return true;
  if (before.trim() !== '') return false;
  if (languageId === 'http') return true;
  const above =
    text
      .slice(Math.max(0, lineStart - reach), lineStart)
      .split(/\n[ \t]*\r?\n/)
      .at(-1) ?? '';
  const below = text.slice(start, start + reach).split(/\n[ \t]*\r?\n/)[0] ?? '';
  return /^\s*(?:HTTP\/\d|[A-Z]\w*(?:-[A-Z]\w*)+:\s)/m.test(`${above}\n${below}`);
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

import { isProgram } from './status/number-place';
import { isWordCode } from './words';

/** Languages in which a bare word is an identifier, not a value. */
const proseOrData = new Set([
  'log',
  'plaintext',
  'json',
  'jsonc',
  'json5',
  'jsonl',
  'yaml',
  'http',
  'Log',
  'output',
  'search-result',
]);

/**
 * Whether the code at this place names an error. `RATE_LIMIT_EXCEEDED` does wherever it stands; a code of one word
 * (`TIMEOUT`, `throttled`) or in lower case does only as a value: a string, a member, a field of a log or of data.
 */
export function codeCounts(
  text: string,
  start: number,
  end: number,
  code: string,
  languageId: string,
): boolean {
  if (text.slice(start, end) !== code) return false;
  if (continuesWord(text, start - 1, -1) || continuesWord(text, end, 1)) return false;
  const screaming = code === code.toUpperCase();
  if (screaming && /[_\d]/.test(code)) return true;
  if (screaming && namesSetting(text, start, end)) return false;
  if (isQuoted(text, start, end)) return screaming || !isKeyOfData(text, end, languageId);
  if (isFieldValue(text, start) && (screaming || !isProgram(languageId))) return true;
  // Punctuation of its own, as in `entity.too.large` or `sH--`, tells a code from a word.
  if (!screaming && !/\w\.\w|--$/.test(code)) return false;
  return (screaming && isMember(text, start)) || proseOrData.has(languageId);
}

/** `TIMEOUT: "15"`, `TIMEOUT=30s`, `ENV['TIMEOUT']`: what is set or looked up. */
function namesSetting(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 20);
  return (
    /^\\?["']?\s*(?::|=>?)\s*\\?["']?\d/.test(after) ||
    (/\w\[["']$/.test(text.slice(Math.max(0, start - 3), start)) && /^["']\]/.test(after))
  );
}

/** `quota-exceeded-again` and `errors.forbidden.md` go on; `forbidden.` and `forbidden - why` do not. */
function continuesWord(text: string, at: number, step: 1 | -1): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (isWordCode(code)) return true;
  const joins = text[at] === '-' || (text[at] === '.' && step === 1);
  return joins && isWordCode(text.charCodeAt(at + step));
}

const quotes = new Set(['"', "'", '`']);

/** The whole string is the code: `"throttled"`, `'throttled'`, `\"throttled\"`. */
function isQuoted(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[afterEscapes(text, end)];
  return quotes.has(before) && after === before;
}

/** A string in a string in a string has its quotes behind several backslashes. */
function afterEscapes(text: string, at: number): number {
  while (text.charCodeAt(at) === 92) at++;
  return at;
}

/** `"throttled": 3` of data is a key; in a program only what is mapped to a mere number or nothing, not to a message. */
function isKeyOfData(text: string, end: number, languageId: string): boolean {
  const at = afterEscapes(text, end) + 1;
  const after = text.slice(at, at + 40);
  if (!/^\s*(?::(?!:)|=>)/.test(after)) return false;
  return !isProgram(languageId) || /^\s*(?::|=>)\s*(?:true|false|null|none|nil|-?\d|[[{])/i.test(after);
}

/** `code=throttled`, `error: throttled`, `reason="…"`: a field whose name says that an error follows. */
function isFieldValue(text: string, start: number): boolean {
  return /(?:code|error|err|type|reason|slug)["']?\s*[=:]\s*$/i.test(
    text.slice(Math.max(0, start - 30), start),
  );
}

/** `ErrorCode.TIMEOUT`, `ErrorCode::TIMEOUT`. */
function isMember(text: string, start: number): boolean {
  return /(?:\w\.|::|->)$/.test(text.slice(Math.max(0, start - 3), start));
}

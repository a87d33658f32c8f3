import { isWordCode } from './number-place';
import { initialsOf, lettersIn } from './reasons';

/** How far to each side the next word may be, in characters. */
const longestGap = 16;
const longestWord = 40;

/**
 * Tells most numbers that cannot be a status from the others by a look at a few characters, so that rules are tried
 * at few places of a large text.
 */
export class QuickLook {
  private readonly hashes: ReadonlySet<number>;

  /** `words` are the folded words before a number that some rule is about. */
  constructor(words: Iterable<string>) {
    this.hashes = new Set([...words].map((word) => hashOf(word, 0, word.length)));
  }

  mayBeStatus(text: string, start: number): boolean {
    return (
      this.isAfterItsWord(text, start) ||
      isBesideItsPhrase(text, start) ||
      isItem(text, start) ||
      isAfterColon(text, start) ||
      (text.charCodeAt(start - 1) === 96 && text.charCodeAt(start + 3) === 96) ||
      isLastOfLine(text, start) ||
      isCounted(text, start)
    );
  }

  private isAfterItsWord(text: string, start: number): boolean {
    const nearest = Math.max(0, start - longestGap);
    let end = start;
    while (end > nearest && !isWordCode(text.charCodeAt(end - 1))) end--;
    const farthest = Math.max(0, end - longestWord);
    let from = end;
    while (from > farthest && isWordCode(text.charCodeAt(from - 1))) from--;
    return endsAsHolder(text, end) || this.hashes.has(hashOf(text, from, end));
  }
}

/** FNV-1a over letters in lower case, without `_`. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 95) hash = Math.imul(hash ^ (code < 91 && code > 64 ? code + 32 : code), 0x01000193);
  }
  return hash;
}

/** `…status`, `…statuses`, `…code`, `…codes`, `…error` and `…exception`, by their last letters. */
function endsAsHolder(text: string, end: number): boolean {
  const third = text.charCodeAt(end - 3) | 32;
  const second = text.charCodeAt(end - 2) | 32;
  const last = text.charCodeAt(end - 1) | 32;
  if (last === 115)
    return (second === 117 && third === 116) || (second === 101 && (third === 115 || third === 100));
  if (last === 101) return second === 100 && third === 111;
  if (last === 114) return second === 111 && third === 114;
  return last === 110 && second === 111 && third === 105 && text.startsWith('pt', end - 5);
}

/** `200:404 503:12`: a status and how often it came. */
const isCounted = (text: string, start: number): boolean =>
  text.charCodeAt(start + 3) === 58 &&
  text.charCodeAt(start - 1) === 32 &&
  text.charCodeAt(start + 4) > 47 &&
  text.charCodeAt(start + 4) < 58;

/** `respond "busy" 503`, `respond /health 200`: the last of its line, after a string or a path. */
function isLastOfLine(text: string, start: number): boolean {
  const after = text.charCodeAt(start + 3);
  if (text.charCodeAt(start - 1) !== 32 || !(after === 10 || after === 13 || Number.isNaN(after)))
    return false;
  let at = start - 2;
  const before = text.charCodeAt(at);
  if (before === 34 || before === 39) return true;
  const farthest = Math.max(0, at - longestWord);
  while (at > farthest && text.charCodeAt(at) > 32) at--;
  return text.charCodeAt(at + 1) === 47;
}

/** `could not load https://h/x: 404`: a sentence that ends in a number; keys in quotes are told by their words. */
function isAfterColon(text: string, start: number): boolean {
  if (text.charCodeAt(start - 2) !== 58 || text.charCodeAt(start - 1) !== 32) return false;
  const before = text.charCodeAt(start - 3);
  return before !== 34 && before !== 39;
}

/** `{"missing": 404}` of a program; data has too many of them. */
export function isAfterQuotedKey(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 32) return false;
  const colon =
    text.charCodeAt(start - 2) === 58 ? start - 2 : text.startsWith('=>', start - 3) ? start - 4 : -1;
  const quote = text.charCodeAt(colon - 1);
  return quote === 34 || quote === 39;
}

/** What may stand between a number and its phrase, or after an error's number. */
const followers = [
  'client',
  'Client',
  'error',
  'Error',
  'message=',
  'reason=',
  'redirect',
  'problem',
  'code',
  'range',
  'level',
  'response',
  'server',
  'Server',
  'status',
  'https:',
  'http:',
];

/** Their first letters, as in `initialsOf`. */
const followerInitials = lettersIn(followers.map((word) => word.charAt(0)).join(''));

/** What goes on from a status in a sentence, right after a blank: `401 is thrown`, `502 on /checkout`. */
const predicates =
  /(?:is |has |again|dominates|persists|vs |like |means? |carries |happens |expected|received|returned|the (?:right|correct|wrong|best|proper|appropriate) |(?:on|for|from|at) \/)/y;
const predicateInitials = lettersIn('imcherotfavldp');

/** `404 Not Found`, `(404) Not Found`, `404 error`, `404 === status`: what follows may speak for it. */
function isBesideItsPhrase(text: string, start: number): boolean {
  const limit = Math.min(text.length, start + 3 + longestGap);
  let at = start + 3;
  let code = text.charCodeAt(at);
  while (at < limit && !isWordCode(code) && code !== 10) {
    if (code > 59 && code < 63) return true;
    code = text.charCodeAt(++at);
  }
  if (at >= limit || code === 10) return false;
  if (code === 33) return true;
  if (code < 65 || code > 122) return false;
  const letter = 1 << (code & 31);
  if (initialsOf(Number(text.slice(start, start + 3))) & letter) return true;
  if ((followerInitials & letter) !== 0 && followers.some((word) => text.startsWith(word, at))) return true;
  if (text.charCodeAt(at - 1) !== 32 || (predicateInitials & letter) === 0) return false;
  predicates.lastIndex = at;
  return predicates.test(text);
}

/** A member, an argument or a label: `[404`, `(404`, `, 404`, `| 404`, or the first thing of a line. */
export function isItem(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && isBlankOrQuote(text.charCodeAt(at))) at--;
  if (at < 0) return true;
  const before = text.charCodeAt(at);
  if (
    before === 10 ||
    before === 91 ||
    before === 123 ||
    before === 40 ||
    before === 63 ||
    before === 124 ||
    before === 59
  )
    return isEnd(text, start + 3);
  // An arrow, or the mark of a heading
  if (before === 0x2192) return isEnd(text, start + 3);
  if (before === 35) return at < start - 1 && isEnd(text, start + 3);
  // A comma or a sign
  return (
    (before === 44 || before === 45 || before === 62 || before === 61 || before === 60) &&
    isEnd(text, start + 3)
  );
}

/** Markdown's marks for code and strong text count as quotes. */
const isBlankOrQuote = (code: number): boolean =>
  code === 32 || code === 34 || code === 39 || code === 9 || code === 96 || code === 42;

/** What may follow a member, argument or label, with nothing but blanks and quotes before it. */
function isEnd(text: string, from: number): boolean {
  let at = from;
  while (isBlankOrQuote(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  // `404 or 410 =>`, `s == 429 or s >= 500`, `>= 500 and < 600`
  return (
    Number.isNaN(code) ||
    ends.has(code) ||
    (code === 111 && text.startsWith('or ', at)) ||
    (code === 97 && text.startsWith('and ', at))
  );
}

const ends: ReadonlySet<number> = new Set([...',])}:=|-.;\n\r#/&–—'].map((char) => char.charCodeAt(0)));

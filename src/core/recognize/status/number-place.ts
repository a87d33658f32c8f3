const inOneBreath = /^[`'"]?(?:(?:,? (?:or|and|ou|e|o|y)|,|\/)\s?[`'"]?[1-5]\d\d[`'"]?){1,6}(?!\w)/;
const reachLeft = 160;
const reachRight = 100;
/** How far from the number its word may end. */
const longestGap = 16;

/** A number that could be a status, and what its line says around it, each read when it is asked for. */
export class NumberPlace {
  readonly end: number;
  readonly status: number;
  private leftText: string | undefined;
  private rightText: string | undefined;
  private wordText: string | undefined;
  private gapText = '';
  /** Whether it is set in Markdown's `**`, which then count to neither side. */
  readonly isStrong: boolean;
  /** Where what stands before it ends: the number, or the bracket that opens the arguments of a call over lines. */
  private readonly leftEnd: number;

  /** `start` is where the three digits begin. */
  constructor(
    readonly text: string,
    readonly start: number,
    readonly languageId: string,
  ) {
    this.end = start + 3;
    this.status = Number(text.slice(start, start + 3));
    this.isStrong = text.startsWith('**', this.end) && text.startsWith('**', start - 2);
    this.leftEnd = this.isStrong ? start - 2 : openedAbove(text, start);
  }

  /** What stands before it on its line, at most 160 characters; of the first argument on a line of its own, the call. */
  get left(): string {
    return (this.leftText ??= this.text.slice(leftEdge(this.text, this.leftEnd), this.leftEnd));
  }

  /** What stands after it on its line, at most 100 characters. */
  get right(): string {
    const from = this.isStrong ? this.end + 2 : this.end;
    return (this.rightText ??= this.text.slice(from, rightEdge(this.text, from)));
  }

  /** What stands after it and after other statuses that are said in one breath: ` redirects` of `307 or 308 redirects`. */
  get rest(): string {
    return this.right.replace(inOneBreath, '');
  }

  /** The word before it, letters and digits in lower case: `statuscode` for `status_code` and `$statusCode`. */
  get word(): string {
    if (this.wordText === undefined) this.readWord();
    return this.wordText ?? '';
  }

  /** What stands between that word and the number: ` == `, `": "`, `(`. */
  get gap(): string {
    if (this.wordText === undefined) this.readWord();
    return this.gapText;
  }

  /** The last character before it that is neither blank nor a quote; empty at the beginning of a line. */
  get before(): string {
    let at = this.leftEnd - 1;
    while (at >= 0 && isBlankOrQuote(this.text.charCodeAt(at))) at--;
    const char = this.text.charAt(at);
    return char === '\n' ? '' : char;
  }

  /** What stands right before it without a blank or quote. */
  get token(): string {
    const { text, start } = this;
    const farthest = Math.max(0, start - reachLeft);
    let at = start;
    while (at > farthest && text.charCodeAt(at - 1) !== 10 && !isBlankOrQuote(text.charCodeAt(at - 1))) at--;
    return text.slice(at, start);
  }

  private readWord(): void {
    const { text, leftEnd } = this;
    const nearest = Math.max(0, leftEnd - longestGap);
    let end = leftEnd;
    while (end > nearest && !isWordCode(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 10) end--;
    let from = end;
    const farthest = Math.max(0, end - reachLeft);
    while (from > farthest && isWordCode(text.charCodeAt(from - 1))) from--;
    this.wordText = foldedName(text.slice(from, end));
    this.gapText = text.slice(end, leftEnd);
  }
}

/** `Status_Code`, `statusCode` and `STATUS_CODE` are one name. */
export const foldedName = (name: string): string =>
  isFolded(name) ? name : name.replaceAll('_', '').toLowerCase();

/** Most names are written in small letters: of these nothing is made anew. */
function isFolded(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code === 95 || (code > 64 && code < 91) || code > 127) return false;
  }
  return true;
}

/** Of a number that begins its line: right after the bracket at the end of the line above; else where the number is. */
function openedAbove(text: string, start: number): number {
  let at = start;
  while (at > 0 && isBlankOrQuote(text.charCodeAt(at - 1))) at--;
  if (text.charCodeAt(at - 1) !== 10) return start;
  const end = text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
  return text.charCodeAt(end - 1) === 40 ? end : start;
}

function leftEdge(text: string, start: number): number {
  const limit = Math.max(0, start - reachLeft);
  let at = start;
  while (at > limit && text.charCodeAt(at - 1) !== 10) at--;
  return at;
}

function rightEdge(text: string, end: number): number {
  const limit = Math.min(text.length, end + reachRight);
  let at = end;
  while (at < limit && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

const isBlankOrQuote = (code: number): boolean =>
  code === 32 || code === 34 || code === 39 || code === 96 || code === 9;

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  isAccented(code);

/** The letters that Latin languages have beyond ASCII: `devolvió`, `código`. */
export const isAccented = (code: number): boolean =>
  code >= 0xc0 && code < 0x180 && code !== 0xd7 && code !== 0xf7;

/** Languages whose texts are programs: a bare number there needs syntax around it, not words. */
const programs = new Set(
  `typescript typescriptreact javascript javascriptreact python go java kotlin csharp fsharp vb ruby php rust swift
  shellscript powershell c cpp objective-c scala dart elixir erlang clojure groovy lua perl perl6 r julia vue svelte
  haskell coffeescript bat`.split(/\s+/),
);
export const isProgram = (languageId: string): boolean => programs.has(languageId);

/** Whether people write here: in any text but a program, and in a program's comments and strings. */
export function isInSentence({ languageId, left, right }: NumberPlace): boolean {
  if (!isProgram(languageId)) return true;
  if (/^\s*(?:\*|#|--|;|%|rem\b)|\/\/|(?:^|\s)#\s|\/\*/.test(left)) return true;
  const quotes = left.replace(/\\.|\w'\w/g, '').match(/["'`]/g)?.length ?? 0;
  return quotes % 2 === 1 || !/[;{}()[\]=<>]|^\s*(?:return|case|when)\b/.test(left + right);
}

import { remembered } from './remembered';

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
  private isWritten: boolean | undefined;
  /** Whether it is set in Markdown's `**`, which then count to neither side. */
  readonly isStrong: boolean;
  /** Where what stands before it ends: the number, or the bracket that opens the arguments of a call over lines. */
  private readonly leftEnd: number;
  /** Where what stands after it begins. */
  readonly rightStart: number;

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
    this.rightStart = this.isStrong ? this.end + 2 : this.end;
  }

  /** What stands before it on its line, at most 160 characters; of the first argument on a line of its own, the call. */
  get left(): string {
    const { text, leftEnd } = this;
    return (this.leftText ??= lastLine(text.slice(Math.max(0, leftEnd - reachLeft), leftEnd)));
  }

  /** What stands after it on its line, at most 100 characters. */
  get right(): string {
    return (this.rightText ??= firstLine(this.text.slice(this.rightStart, this.rightStart + reachRight)));
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

  /** What stands right before it without a blank or quote, where it has a sign of URLs or paths; else empty. */
  get path(): string {
    const { text, start } = this;
    const farthest = Math.max(0, start - reachLeft);
    let at = start;
    let hasSign = false;
    for (; at > farthest; at--) {
      const code = text.charCodeAt(at - 1);
      if (code === 10 || isBlankOrQuote(code)) break;
      // A slash, and what begins and goes on with a query
      if (code === 47 || code === 63 || code === 38) hasSign = true;
    }
    return hasSign ? text.slice(at, start) : '';
  }

  /** Whether people write here: in any text but a program, and in a program's comments and strings. */
  get isInSentence(): boolean {
    return (this.isWritten ??= !isProgram(this.languageId) || isWritten(this.left, this.right));
  }

  private readWord(): void {
    const { text, leftEnd } = this;
    const nearest = Math.max(0, leftEnd - longestGap);
    let end = leftEnd;
    while (end > nearest && !isWordCode(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 10) end--;
    let from = end;
    const farthest = Math.max(0, end - reachLeft);
    while (from > farthest && isWordCode(text.charCodeAt(from - 1))) from--;
    this.wordText = foldedOnce(text.slice(from, end));
    this.gapText = text.slice(end, leftEnd);
  }
}

/** `Status_Code`, `statusCode` and `STATUS_CODE` are one name. */
export const foldedName = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The same of names in texts, which repeat a few. */
const foldedOnce = remembered(foldedName);

/** Of a number that begins its line: right after the bracket at the end of the line above; else where the number is. */
function openedAbove(text: string, start: number): number {
  let at = start;
  while (at > 0 && isBlankOrQuote(text.charCodeAt(at - 1))) at--;
  if (text.charCodeAt(at - 1) !== 10) return start;
  const end = text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
  return text.charCodeAt(end - 1) === 40 ? end : start;
}

// Engines look for a character several times as fast as a loop does.
const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  const cut = line.indexOf('\r');
  return cut < 0 ? line : line.slice(0, cut);
}

const isBlankOrQuote = (code: number): boolean =>
  code === 32 || code === 34 || code === 39 || code === 96 || code === 9;

/** For each code, 1 where it is of a word: letters of ASCII, those that Latin languages have beyond it, digits and `_`. */
const wordCodes = Uint8Array.from({ length: 0x180 }, (_, code) =>
  /[A-Za-z0-9_\u00c0-\u017f]/.test(String.fromCharCode(code)) && code !== 0xd7 && code !== 0xf7 ? 1 : 0,
);

/** Whether a character belongs to a word before or after a number. */
export const isWordCode = (code: number): boolean => code < 0x180 && wordCodes[code] === 1;

/** Languages whose texts are programs: a bare number there needs syntax around it, not words. */
const programs = new Set(
  `typescript typescriptreact javascript javascriptreact python go java kotlin csharp fsharp vb ruby php rust swift
  shellscript powershell c cpp objective-c scala dart elixir erlang clojure groovy lua perl perl6 r julia vue svelte
  haskell coffeescript bat`.split(/\s+/),
);
export const isProgram = (languageId: string): boolean => programs.has(languageId);

function isWritten(left: string, right: string): boolean {
  if (/^\s*(?:\*|#|--|;|%|rem\b)|\/\/|(?:^|\s)#\s|\/\*/.test(left)) return true;
  const quotes = left.replace(/\\.|\w'\w/g, '').match(/["'`]/g)?.length ?? 0;
  return quotes % 2 === 1 || !/[;{}()[\]=<>]|^\s*(?:return|case|when)\b/.test(left + right);
}

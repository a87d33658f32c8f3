/** A number that could be a status, and what its line says around it. */
export interface NumberPlace {
  readonly text: string;
  readonly languageId: string;
  readonly start: number;
  readonly end: number;
  readonly status: number;
  /** What stands before it on its line, at most 160 characters. */
  readonly left: string;
  /** What stands after it on its line, at most 100 characters. */
  readonly right: string;
  /** The word before it, letters and digits in lower case: `statuscode` for `status_code` and `$statusCode`. */
  readonly word: string;
  /** What stands between that word and the number: ` == `, `": "`, `(`. */
  readonly gap: string;
}

/** Characters of its line that a place knows before the number. */
export const reachLeft = 160;
const reachRight = 100;
/** How far from the number its word may end. */
const longestGap = 16;

/** Reads what is around the three digits at `start`. */
export function placeAt(text: string, start: number, languageId: string): NumberPlace {
  const end = start + 3;
  const left = text.slice(leftEdge(text, start), start);
  let wordEnd = left.length;
  const nearest = Math.max(0, left.length - longestGap);
  while (wordEnd > nearest && !isWordCode(left.charCodeAt(wordEnd - 1))) wordEnd--;
  let wordStart = wordEnd;
  while (wordStart > 0 && isWordCode(left.charCodeAt(wordStart - 1))) wordStart--;
  return {
    text,
    languageId,
    start,
    end,
    status: Number(text.slice(start, end)),
    left,
    right: text.slice(end, rightEdge(text, end)),
    word: foldedName(left.slice(wordStart, wordEnd)),
    gap: left.slice(wordEnd),
  };
}

/** `Status_Code`, `statusCode` and `STATUS_CODE` are one name. */
export const foldedName = (name: string): string => name.replaceAll('_', '').toLowerCase();

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

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

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

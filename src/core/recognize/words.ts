/**
 * How texts are cut into words, the same way for what is looked for and for what is searched: a word is a run of
 * letters, digits and `_`; everything else separates. The hash of a word ignores case.
 */

const separator = 0;
/** For each ASCII code: 0 where it separates, else the code that it hashes as. */
const folded = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  folded[code] = /[A-Za-z0-9_]/.test(char) ? char.toLowerCase().charCodeAt(0) : separator;
}

/** The code that a character hashes as, or 0 where it separates words. */
export function foldedCode(code: number): number {
  if (code < 128) return folded[code] as number;
  // Latin-1 and General Punctuation hold quotes, spaces, dashes and the like; every other character is a letter to us.
  if (code < 0xc0 || code === 0xd7 || code === 0xf7 || (code >= 0x2000 && code <= 0x206f)) return separator;
  return code < 0xdf ? code + 32 : code;
}

export const isWordCode = (code: number): boolean => foldedCode(code) !== separator;

const offsetBasis = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** FNV-1a, one step. */
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, prime);
export const hashStart = offsetBasis;

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/** The words of a text from `from` to `to`. An escape such as `\n` or `\u00e1` in a string counts as what it stands for. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to) {
    const word = nextWord(text, at, to);
    if (!word) break;
    words.push(word);
    at = word.end;
  }
  return words;
}

function nextWord(text: string, from: number, to: number): Word | undefined {
  let hash = hashStart;
  let start = -1;
  let at = from;
  while (at < to) {
    let code = text.charCodeAt(at);
    let width = 1;
    if (code === 92 /* \ */) ({ code, width } = escapeAt(text, at));
    const fold = foldedCode(code);
    if (fold === separator) {
      if (start >= 0) break;
    } else {
      if (start < 0) start = at;
      hash = hashStep(hash, fold);
    }
    at += width;
  }
  return start < 0 ? undefined : { start, end: Math.min(at, to), hash };
}

/** The character that an escape sequence stands for, and how long the sequence is. */
export function escapeAt(text: string, at: number): { code: number; width: number } {
  const next = text.charCodeAt(at + 1);
  if (next === 110 || next === 114 || next === 116) return { code: 32, width: 2 };
  if (next === 117) {
    const code = Number.parseInt(text.slice(at + 2, at + 6), 16);
    if (/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) return { code, width: 6 };
  }
  return { code: 32, width: 1 };
}

/** A code of letters only, such as `FORBIDDEN`: it stands in many texts that have nothing to do with it. */
export const isPlainWord = (code: string): boolean => /^[A-Za-z]+$/.test(code);

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

const hashStart = offsetBasis;

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/** The words of a text from `from` to `to`. An escape such as `\n` or `\u00e1` in a string counts as what it stands for. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const reader = new WordReader(text, from, to);
  const words: Word[] = [];
  while (reader.next()) words.push({ start: reader.start, end: reader.end, hash: reader.hash });
  return words;
}

/** Walks over the words of a text and allocates nothing: after `next()` its fields hold the word. */
export class WordReader implements Word {
  start = 0;
  end: number;
  hash = 0;

  constructor(
    private readonly text: string,
    from: number,
    private readonly to: number,
  ) {
    this.end = from;
  }

  /** Reads the next word; false where there is none. */
  next(): boolean {
    const { text, to } = this;
    let at = this.end;
    let fold = separator;
    let width = 1;
    for (; at < to; at += width) {
      const code = text.charCodeAt(at);
      width = 1;
      if (code < 128) {
        fold = folded[code] as number;
        if (code === backslash || code === percent) {
          const escape = escapeAt(text, at);
          fold = foldedCode(escape.code);
          width = escape.width;
        }
      } else {
        fold = foldedCode(code);
      }
      if (fold !== separator) break;
    }
    if (at >= to) {
      this.end = to;
      return false;
    }
    this.start = at;
    let hash = hashStart;
    do {
      hash = Math.imul(hash ^ fold, prime);
      at += width;
      width = 1;
      if (at >= to) break;
      const code = text.charCodeAt(at);
      if (code < 128) {
        fold = folded[code] as number;
        if (code === backslash || code === percent) {
          const escape = escapeAt(text, at);
          fold = foldedCode(escape.code);
          width = escape.width;
        }
      } else {
        fold = foldedCode(code);
      }
    } while (fold !== separator);
    this.end = Math.min(at, to);
    // Small enough for an integer that engines keep without allocating.
    this.hash = hash & 0x3fffffff;
    return true;
  }
}

const backslash = 92;
const percent = 37;

/**
 * The character that an escape sequence stands for, and how long the sequence is: `\n`, `\u00e1`, `%20`, and these with
 * their backslash escaped once more, as in JSON inside JSON.
 */
export function escapeAt(text: string, at: number): { code: number; width: number } {
  if (text.charCodeAt(at) === percent) {
    const code = hexadecimal(text, at + 1, 2);
    return code > 0 && code < 128 ? { code, width: 3 } : { code: percent, width: 1 };
  }
  let letter = at + 1;
  while (letter < at + 8 && text.charCodeAt(letter) === backslash) letter++;
  const next = text.charCodeAt(letter);
  if (next === 110 || next === 114 || next === 116) return { code: 32, width: letter + 1 - at };
  if (next === 117) {
    const code = hexadecimal(text, letter + 1, 4);
    if (code >= 0) return { code, width: letter + 5 - at };
  }
  return { code: 32, width: 1 };
}

/** The number that some digits stand for, or −1 where they are none. */
function hexadecimal(text: string, from: number, digits: number): number {
  const source = text.slice(from, from + digits);
  return source.length === digits && /^[0-9a-fA-F]+$/.test(source) ? Number.parseInt(source, 16) : -1;
}

/** A code of letters only, such as `FORBIDDEN`: it stands in many texts that have nothing to do with it. */
export const isPlainWord = (code: string): boolean => /^[A-Za-z]+$/.test(code);

/**
 * How texts are cut into words, the same way for what is looked for and for what is searched: a word is a run of
 * letters, digits and `_`; everything else separates. The hash of a word ignores case.
 */

export const separator = 0;
/** Marks what begins an escape; no letter or digit has this code. */
export const escape = 1;
const backslash = 92;
const percent = 37;

/** For each code: `separator`, `escape`, or the code that it hashes as. A table for all is read without a question. */
const folds = new Uint16Array(1 << 16);
for (let code = 0; code < folds.length; code++) folds[code] = code < 256 ? foldOfLatin(code) : code;
// Of what is beyond Latin-1, General Punctuation separates.
folds.fill(separator, 0x2000, 0x2070);
folds[backslash] = escape;
folds[percent] = escape;

function foldOfLatin(code: number): number {
  const char = String.fromCharCode(code);
  // Beyond ASCII there are letters, and the signs × and ÷ among them.
  if (!/[A-Za-z0-9_\u00c0-\u00ff]/.test(char) || /[×÷]/.test(char)) return separator;
  const isUpper = (code > 64 && code < 91) || (code >= 0xc0 && code < 0xdf);
  return isUpper ? code + 32 : code;
}

/** The code that a character hashes as, `separator` or `escape`. */
export const foldOf = (code: number): number => folds[code & 0xffff] as number;

/** The code that a character hashes as, or 0 where it separates words. */
export function foldedCode(code: number): number {
  const fold = foldOf(code);
  return fold === escape ? separator : fold;
}

export const isWordCode = (code: number): boolean => foldedCode(code) !== separator;

export const hashStart = 0x811c9dc5 | 0;
export const prime = 0x01000193;

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
    private readonly from: number,
    private readonly to: number,
  ) {
    this.end = from;
  }

  /** Begins anew. */
  restart(): void {
    this.end = this.from;
  }

  /** Reads the next word; false where there is none. */
  next(): boolean {
    const { text, to } = this;
    let at = this.end;
    let end = at;
    let fold: number;
    do {
      at = end;
      if (at >= to) return false;
      fold = foldOf(text.charCodeAt(at));
      end = at + 1;
      if (fold === escape) {
        const { code, width } = escapeAt(text, at);
        fold = foldedCode(code);
        end = at + width;
      }
    } while (fold === separator);
    this.start = at;
    let hash = hashStart;
    for (;;) {
      hash = Math.imul(hash ^ fold, prime);
      at = end;
      if (at >= to) break;
      fold = foldOf(text.charCodeAt(at));
      end = at + 1;
      // One look tells nearly all characters of words from the rest.
      if (fold > escape) continue;
      if (fold === separator) break;
      const { code, width } = escapeAt(text, at);
      fold = foldedCode(code);
      end = at + width;
      if (fold === separator) break;
    }
    this.end = at < to ? at : to;
    // Small enough for an integer that engines keep without allocating.
    this.hash = hash & 0x3fffffff;
    return true;
  }
}

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
  let value = 0;
  for (let at = from; at < from + digits; at++) {
    const code = text.charCodeAt(at);
    const letter = code | 32;
    if (code > 47 && code < 58) value = value * 16 + code - 48;
    else if (letter > 96 && letter < 103) value = value * 16 + letter - 87;
    else return -1;
  }
  return value;
}

/** A code of letters only, such as `FORBIDDEN`: it stands in many texts that have nothing to do with it. */
export const isPlainWord = (code: string): boolean => /^[A-Za-z]+$/.test(code);

/**
 * The letters and digits of a text as they are meant: escapes of URLs, JSON, HTML and source code undone, case folded,
 * everything between them left out. So a secret is found however it is quoted, broken into lines or encoded.
 */
export interface Skeleton {
  /** Codes of `a`–`z` and `0`–`9`, as many as `length`. */
  readonly codes: Uint8Array;
  readonly length: number;
  /** Where in the text each of them begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** `%41` and `%2541`, `\u0041`, `\x41`, `\n`, `&#65;`, `&#x41;`, `&amp;`; each also where it is escaped once more. */
const escape =
  /%(?:25)*([\da-f]{2})|\\+(?:u([\da-f]{4})|x([\da-f]{2})|[nrtbf])?|&(?:amp;)*(?:#x([\da-f]{1,5})|#(\d{1,5})|(?:amp|lt|gt|quot|apos|nbsp));/iy;

const [percent, backslash, ampersand] = [0x25, 0x5c, 0x26];

export function skeletonOf(text: string): Skeleton {
  const codes = new Uint8Array(text.length);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length;) {
    const start = at;
    let code = text.charCodeAt(at++);
    if (code === percent || code === backslash || code === ampersand) {
      escape.lastIndex = start;
      const [whole, byte, wide, narrow, hex, decimal] = escape.exec(text) ?? [];
      if (whole === undefined) continue;
      at = start + whole.length;
      const digits = byte ?? wide ?? narrow ?? hex;
      code = digits === undefined ? Number(decimal ?? 0) : parseInt(digits, 16);
    }
    const folded = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
    if (!isLetterOrDigit(folded)) continue;
    codes[length] = folded;
    starts[length] = start;
    ends[length++] = at;
  }
  return { codes, length, starts, ends };
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** A part of it as a text. */
export const lettersOf = ({ codes }: Pick<Skeleton, 'codes'>, start: number, end: number): string =>
  String.fromCharCode(...codes.subarray(start, end));

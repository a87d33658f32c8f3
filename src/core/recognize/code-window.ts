import { separator } from './words';

/** Characters of the longest escape, which may reach beyond the window. */
const longestEscape = 16;
const largest = 1 << 12;

const encoder = new TextEncoder();

/**
 * A part of a text as an array of its codes: an engine asks anew at every character of a string how the string is
 * kept, and not so in an array. Behind the last character stand separators, so that a word is read without asking
 * where the window ends.
 */
export class CodeWindow {
  readonly codes: Uint16Array;
  /** Where in the text the window begins, and how many characters it holds. */
  from: number;
  size = 0;
  private readonly bytes: Uint8Array;
  /** Where in the text what is read ends. */
  readonly last: number;

  constructor(
    private readonly text: string,
    from: number,
    to: number,
  ) {
    this.from = from;
    this.last = Math.min(to, text.length);
    const size = Math.max(0, Math.min(largest, this.last - from));
    this.codes = new Uint16Array(size + longestEscape);
    this.bytes = new Uint8Array(size * 3);
  }

  /** Moves the window to begin `by` characters later, which is at its end or before; false where nothing is left. */
  move(by: number): boolean {
    const { text, codes, bytes, last } = this;
    const from = this.from + by;
    if (from >= last) return false;
    const part = text.slice(from, Math.min(last, from + largest));
    const { written } = encoder.encodeInto(part, bytes);
    // In ASCII, and only there, all characters are bytes.
    if (written === part.length) codes.set(bytes.subarray(0, written));
    else this.readCodes(part);
    codes.fill(separator, part.length);
    this.from = from;
    this.size = part.length;
    return true;
  }

  /** Of a part whose bytes were read: only what is not ASCII is asked of the string. */
  private readCodes(part: string): void {
    const { codes, bytes } = this;
    for (let at = 0, byteAt = 0; at < part.length; at++) {
      const byte = bytes[byteAt] as number;
      codes[at] = byte < 0x80 ? byte : part.charCodeAt(at);
      byteAt += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      if (byte >= 0xf0) codes[++at] = part.charCodeAt(at);
    }
  }
}

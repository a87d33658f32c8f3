import { CodeWindow } from './code-window';
import { escape, escapeAt, foldedCode, foldOf, hashStart, prime, separator, type Word } from './words';

/** Walks over the words of a text as `WordReader` does, several times as fast where the text is large. */
export class BulkWordReader implements Word {
  start = 0;
  end: number;
  hash = 0;
  /** What the word's first character hashes as, or `escape`. */
  initial = 0;
  private readonly window: CodeWindow;
  /** Where in the window is read on. */
  private at = 0;

  constructor(
    private readonly text: string,
    from: number,
    to: number,
  ) {
    this.window = new CodeWindow(text, from, to);
    this.end = from;
  }

  /** Reads the next word; false where there is none. */
  next(): boolean {
    const { window } = this;
    const { codes } = window;
    let { at } = this;
    let fold = foldOf(codes[at] as number);
    while (fold === separator && at < window.size) fold = foldOf(codes[++at] as number);
    if (fold <= escape) {
      if (!this.findWord(at)) return false;
      at = this.at;
    }
    this.start = window.from + at;
    this.initial = foldOf(codes[at] as number);
    let hash = hashStart;
    for (;;) {
      while ((fold = foldOf(codes[at] as number)) > escape) {
        hash = Math.imul(hash ^ fold, prime);
        at++;
      }
      if (fold === separator && at < window.size) break;
      fold = this.readOn(at);
      at = this.at;
      if (fold === separator) break;
      hash = Math.imul(hash ^ fold, prime);
    }
    this.at = at;
    this.end = Math.min(window.from + at, window.last);
    this.hash = hash & 0x3fffffff;
    return true;
  }

  /** Goes to the next word from an escape or the window's end on; false where there is none. */
  private findWord(from: number): boolean {
    const { text, window } = this;
    for (let at = from; ;) {
      if (at >= window.size) {
        if (!window.move(at)) return false;
        at = 0;
      }
      const fold = foldOf(window.codes[at] as number);
      const { code, width } = fold === escape ? escapeAt(text, window.from + at) : { code: fold, width: 1 };
      if (foldedCode(code) !== separator) {
        this.at = at;
        return true;
      }
      at += width;
    }
  }

  /** At an escape or the window's end: what the word's next character hashes as; `separator` where the word ends. */
  private readOn(from: number): number {
    const { text, window } = this;
    let at = from;
    if (at >= window.size && window.move(at)) at = 0;
    const fold = foldOf(window.codes[at] as number);
    const { code, width } = fold === escape ? escapeAt(text, window.from + at) : { code: fold, width: 1 };
    const read = foldedCode(code);
    this.at = read === separator ? at : at + width;
    return read;
  }
}

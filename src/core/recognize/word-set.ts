/**
 * A set of word hashes that may say yes where it should say no, but never the other way round. It is one small array, so that asking costs nothing beside reading the word.
 */
export class WordSet {
  private readonly bits: Int32Array;
  private readonly mask: number;

  /** `size` is a power of two, ten times the number of words or more. */
  constructor(size: number) {
    this.bits = new Int32Array(size >>> 5);
    this.mask = size - 1;
  }

  add(hash: number): void {
    const bit = (hash ^ (hash >>> 12)) & this.mask;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  mayHave(hash: number): boolean {
    const bit = (hash ^ (hash >>> 12)) & this.mask;
    return ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

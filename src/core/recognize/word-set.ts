/**
 * A set of word hashes that may say yes where it should say no, but never the other way round. It is one small array,
 * so that asking costs nothing beside reading the word.
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
    const at = this.placeOf(hash);
    this.bits[at] = (this.bits[at] as number) | bitsOf(hash);
  }

  mayHave(hash: number): boolean {
    const bits = bitsOf(hash);
    return ((this.bits[this.placeOf(hash)] as number) & bits) === bits;
  }

  private placeOf(hash: number): number {
    return ((hash ^ (hash >>> 12)) & this.mask) >>> 5;
  }
}

/** What stands for two words, the one after the other. */
export const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 2;

/** Two bits that stand in one place of the memory: one alone would let several times as many others through. */
const bitsOf = (hash: number): number => (1 << (hash & 31)) | (1 << ((hash >>> 17) & 31));

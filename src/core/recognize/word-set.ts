/**
 * A set of word hashes that may say yes where it should say no, but never the other way round. It is one small array,
 * so that asking costs nothing beside reading the word.
 */
export class WordSet {
  private readonly bits: Int32Array;
  private readonly shift: number;

  /** `size` is a power of two, ten times the number of words or more. */
  constructor(size: number) {
    this.bits = new Int32Array(size >>> 5);
    this.shift = Math.clz32((size >>> 5) - 1);
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
    return Math.imul(hash, 0x9e3779b1) >>> this.shift;
  }
}

/** Two bits that stand in one place of the memory: one alone would let several times as many others through. */
const bitsOf = (hash: number): number => (1 << (hash & 31)) | (1 << ((hash >>> 17) & 31));

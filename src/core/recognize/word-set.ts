/**
 * A set of word hashes that may say yes where it should say no, about once in ten at 100,000 words, and never the
 * other way round. It is one small array, so that asking costs nothing beside reading the word.
 */
export class WordSet {
  private readonly bits = new Int32Array(1 << 15);

  add(hash: number): void {
    const bit = mixed(hash);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  mayHave(hash: number): boolean {
    const bit = mixed(hash);
    return ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

/** A number of 20 bits. */
const mixed = (hash: number): number => (hash ^ (hash >>> 12)) & 0xfffff;

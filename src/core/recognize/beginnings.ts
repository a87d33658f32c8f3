import { statusHints } from './status-name-reader';
import { WordSet } from './word-set';

/**
 * Tells most words of a text that begin nothing from the others: by themselves, and what begins a pattern of several
 * words by the word behind them as well.
 */
export class Beginnings {
  private readonly firsts = new WordSet(1 << 21);
  private readonly alone = new WordSet(1 << 22);
  private readonly pairs = new WordSet(1 << 22);

  constructor() {
    for (const hash of statusHints) this.add(hash);
  }

  add(first: number, second?: number): void {
    this.firsts.add(first);
    if (second === undefined) this.alone.add(first);
    else this.pairs.add(pairOf(first, second));
  }

  mayBegin(word: number, next: number): boolean {
    // Most words are none of the first ones: the one look that nearly every word of a text costs.
    return this.firsts.mayHave(word) && (this.alone.mayHave(word) || this.pairs.mayHave(pairOf(word, next)));
  }
}

/** What stands for two words, the one after the other. */
const pairOf = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 2;

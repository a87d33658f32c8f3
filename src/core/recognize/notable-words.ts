import { mayHoldNumber } from './status/number-word';
import type { Beginnings } from './beginnings';
import { BulkWordReader } from './bulk-word-reader';
import { mayHintAtStatus } from './status-name-reader';
import { mayBeginToken } from './token-place';
import type { Word } from './words';

const zero = 48;
const six = 54;
const letterE = 101;

/**
 * Walks over the words of a text that a mention may begin with: those of patterns, numbers that could be a status, what
 * hints at its name, and tokens. Most words are passed over while they are read; they cost no more than that.
 */
export class NotableWords implements Word {
  start = 0;
  end = 0;
  hash = 0;
  /** Whether it may begin a pattern or the name of a status; else it is a number or a token. */
  begins = false;
  /** Reads one word ahead, since most words that begin a pattern are followed by another than the pattern's. */
  private readonly ahead: BulkWordReader;
  private isAhead: boolean;

  constructor(
    private readonly text: string,
    from: number,
    to: number,
    private readonly beginnings: Beginnings,
  ) {
    this.ahead = new BulkWordReader(text, from, to);
    this.isAhead = this.ahead.next();
  }

  /** Reads the next of these words; false where there is none. */
  next(): boolean {
    const { text, ahead, beginnings } = this;
    while (this.isAhead) {
      const { start, end, hash, initial } = ahead;
      this.isAhead = ahead.next();
      const begins = beginnings.mayBegin(hash, ahead.hash) || mayHintAtStatus(text, start, initial);
      if (
        begins ||
        (initial > zero && initial < six && mayHoldNumber(text, start, end)) ||
        (initial === letterE && mayBeginToken(text, start))
      ) {
        this.start = start;
        this.end = end;
        this.hash = hash;
        this.begins = begins;
        return true;
      }
    }
    return false;
  }
}

import { mayHoldNumber } from './status/number-word';
import { BulkWordReader } from './bulk-word-reader';
import { mayHintAtStatus } from './status-name-reader';
import { mayBeginToken } from './token-place';
import { pairOf, type WordSet } from './word-set';
import { type Word, WordReader, type Words } from './words';

/** Characters from which on it pays to take them out of the text. */
const large = 50_000;

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
  /** Reads one word ahead, since most words that begin a pattern are followed by another than the pattern's. */
  private readonly ahead: Words;
  private isAhead: boolean;

  constructor(
    private readonly text: string,
    from: number,
    to: number,
    private readonly beginnings: WordSet,
  ) {
    this.ahead = to - from > large ? new BulkWordReader(text, from, to) : new WordReader(text, from, to);
    this.isAhead = this.ahead.next();
  }

  /** Reads the next of these words; false where there is none. */
  next(): boolean {
    const { text, ahead, beginnings } = this;
    while (this.isAhead) {
      const { start, end, hash, initial } = ahead;
      this.isAhead = ahead.next();
      if (
        beginnings.mayHave(hash) ||
        beginnings.mayHave(pairOf(hash, ahead.hash)) ||
        (initial > zero && initial < six && mayHoldNumber(text, start, end)) ||
        mayHintAtStatus(text, start, initial, hash) ||
        (initial === letterE && mayBeginToken(text, start))
      ) {
        this.start = start;
        this.end = end;
        this.hash = hash;
        return true;
      }
    }
    return false;
  }
}

import type { NumberPlace } from './number-place';

/** What makes a number a status. All that a rule gives has to hold. */
export interface StatusRule {
  /** For whom it stands, as one example or a short name. */
  readonly name: string;
  /** The word before the number, folded; a rule without words is tried at every number. */
  readonly words?: readonly string[];
  /** The characters of which one stands before the number, blanks and quotes apart: saves trying `left` elsewhere. */
  readonly after?: string;
  /** What stands between that word and the number. */
  readonly gap?: RegExp;
  /** What stands before the number on its line; ends with `$`. */
  readonly left?: RegExp;
  /** What stands after it on its line; begins with `^`. */
  readonly right?: RegExp;
  /** Which numbers count: every one, those that servers send, or errors of these. */
  readonly among: 'all' | 'known' | 'errors';
  /** Where it counts: in programs, everywhere else, or in some languages. Everywhere if left out. */
  readonly in?: 'programs' | 'texts' | readonly string[];
  /** What else has to hold, where patterns do not suffice. */
  readonly test?: (place: NumberPlace) => boolean;
}

/** `a b c` as a list. */
export const words = (list: string): string[] => list.trim().split(/\s+/);

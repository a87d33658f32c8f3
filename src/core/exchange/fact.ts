import type { Phrase } from '../text/phrase';
import type { Reading } from './reading';

/** True, false, or not to be told from this exchange. */
export type Truth = boolean | 'unknown';

/** What a fact found: the truth, and the evidence for it in words and values. */
export interface Finding {
  readonly holds: Truth;
  readonly evidence?: Phrase;
  /** What of it fits behind a title: `2 h ago`. */
  readonly brief?: Phrase;
}

/**
 * Something that is true, false or unknown of an exchange: a pure function over plain data, never throwing.
 * `Parameter` is what a catalog writes beside the name: `{ status: [401, 403] }`.
 */
export interface Fact<Parameter = undefined> {
  /** As catalogs write it: `jwt.expired`. */
  readonly name: string;
  /** One English line for authors of catalogs. */
  readonly about: string;
  /** Says what is wrong with a parameter, or nothing; absent where the fact takes none. */
  readonly checkParameter?: (parameter: unknown) => string | undefined;
  readonly test: (reading: Reading, parameter: Parameter) => Finding;
}

/** A fact as it stands in a list: its parameter is for `checkParameter` to judge before `test` is given it. */
export type AnyFact = Fact<never>;

/** The fact is true; `brief` is the evidence in a few words. */
export const holds = (evidence?: Phrase, brief?: Phrase): Finding => ({
  holds: true,
  evidence,
  ...(brief ? { brief } : {}),
});

/** The fact is provably false. */
export const fails = (evidence?: Phrase): Finding => ({ holds: false, evidence });

/** The exchange does not tell. */
export const unknown = (evidence?: Phrase): Finding => ({ holds: 'unknown', evidence });

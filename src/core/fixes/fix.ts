import type { Certainty } from '../diagnose/diagnosis';
import type { Phrase } from '../text/phrase';
import type { RepairContext } from './repair-context';

/** A replacement in a file, by UTF-16 offsets of its text at the time of the diagnosis. */
export interface FixEdit {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where in `text` stands what the user is to fill in. */
  readonly blank?: { readonly start: number; readonly end: number };
}

/** One way to repair what a fact found. */
export interface Repair {
  readonly title: Phrase;
  readonly certainty: Certainty;
  /** In any order; they do not overlap. */
  readonly edits: readonly FixEdit[];
  /** Tells apart several repairs of one kind. */
  readonly variant?: string;
}

/** A kind of fix: what it repairs, and how. Pure, and nothing where the file does not show what to change. */
export interface FixKind {
  readonly id: string;
  /** Facts that have to hold, one of them at least; or ids of this product's own causes. Empty: no fact shows it. */
  readonly repairs: readonly string[];
  /** Statuses that what it repairs is answered with, where no cause names it. */
  readonly statuses?: readonly number[];
  /** It replaces what other kinds mend, and is not applied together with them. */
  readonly alone?: boolean;
  readonly find: (context: RepairContext) => readonly Repair[];
}

/** A repair that was found, named within its diagnosis. */
export interface Fix extends Repair {
  readonly id: string;
  /** Ids of the causes that it repairs. */
  readonly causes: readonly string[];
}

import type { CatalogFile, CauseSource, ProblemSource } from './format';

/** What a catalog describes, without its problems. */
export type Api = Omit<CatalogFile, 'problems' | 'guides' | 'causes'>;

/** A cause with every `use` resolved. */
export type Cause = CauseSource;

/** A problem with every `use` resolved, as the code reads it. */
export interface Problem extends Omit<ProblemSource, 'causes' | 'status'> {
  /** The id of its API. */
  api: string;
  status: number[];
  causes: Cause[];
  /** A symptom with no code. */
  guide?: boolean;
}

/** A problem's number in its index. */
export type ProblemRef = number;

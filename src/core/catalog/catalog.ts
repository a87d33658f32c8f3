import type { CatalogFile, CauseSource, ProblemSource } from './format';

/** What a catalog describes, without its problems. */
export type Api = Omit<CatalogFile, 'problems' | 'guides' | 'causes' | 'fields' | 'claims'>;

/** A cause with every `use` resolved. */
export type Cause = CauseSource;

/** A problem with every `use` resolved, as the code reads it. */
export interface Problem extends Omit<ProblemSource, 'causes' | 'status'> {
  /** The id of its API. */
  api: string;
  status: number[];
  causes: Cause[];
  /** What it is, where it is no problem with a code: a symptom without one, a header field, a JWT's claim. */
  kind?: 'guide' | 'field' | 'claim';
  /** The names of a field or claim. */
  names?: string[];
}

/** A problem's number in its index. */
export type ProblemRef = number;

import type { ProblemRef } from '../catalog/catalog';

export type MentionKind = 'code' | 'status' | 'message' | 'field' | 'claim' | 'token';

/** A place in a text that names a problem. Offsets are UTF-16 units into the text that was searched. */
export interface Mention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  /** What it names: the code, the status number, the message's template; never a token itself. */
  readonly name: string;
  readonly status?: number;
  /** Every problem that it may mean, over all catalogs. */
  readonly problems: readonly ProblemRef[];
}

import type { TextEdit } from '../snippets/text-edit';
import type { PitfallId } from './pitfall-catalog';

/** A place where code is wrong in a known way. Offsets are UTF-16 code units. */
export interface Pitfall {
  id: PitfallId;
  start: number;
  end: number;
  /** What puts it right; absent where only the author can know. Applied together, they leave nothing to report there. */
  edits?: TextEdit[];
  /** Whether the edits are right wherever the pitfall is one. */
  sure?: boolean;
  /** What is written, for the fix's title: never a secret. */
  written?: string;
}

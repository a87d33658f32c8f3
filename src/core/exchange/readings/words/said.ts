import type { FieldError } from './field-errors';

/** What one shape of error answer was found to say. */
export interface Said {
  readonly code?: string;
  readonly message?: string;
  readonly details?: unknown;
  readonly fieldErrors?: readonly FieldError[];
  /** Further ones, deeper in the answer. */
  readonly codes?: readonly string[];
  readonly messages?: readonly string[];
}

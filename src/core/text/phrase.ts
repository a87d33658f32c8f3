/**
 * Sentences as data. Core code never builds user-visible sentences from strings: it makes a `Phrase`, which is
 * rendered once, at the edge, in the user's language and after redaction.
 */

/** A point in time, milliseconds since the epoch; rendered as `2026-11-20 08:14:00 UTC`. */
export interface Instant {
  readonly instant: number;
}

/** A span of time in milliseconds, never negative; rendered as `2 h 4 min`. */
export interface Span {
  readonly span: number;
}

/** Several values, rendered as a comma-separated list. */
export interface Listing {
  readonly list: readonly string[];
}

export type PhraseValue = string | number | Instant | Span | Listing | Phrase;

export interface Phrase {
  /** The English template, with `{0}` … as placeholders; also the key of its translations. */
  readonly template: string;
  readonly values: readonly PhraseValue[];
}

/** `phrase('The token expired {0} ago.', span(1000))`: a sentence that can be translated later. */
export function phrase(template: string, ...values: readonly PhraseValue[]): Phrase {
  return { template, values };
}

/** A time, in milliseconds since 1970. */
export const instant = (milliseconds: number): Instant => ({ instant: milliseconds });

/** A length of time, in milliseconds; its sign does not count. */
export const span = (milliseconds: number): Span => ({ span: Math.abs(milliseconds) });

/** Values that are shown with commas between them. */
export const list = (values: readonly string[]): Listing => ({ list: values });

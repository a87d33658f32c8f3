import type { Phrase } from '../../text/phrase';
import type { Reading } from '../reading';
import { readCatalogued, readLegacy } from './rate-limits/legacy';
import { readRetryAfter } from './rate-limits/retry-after';
import { readStructured } from './rate-limits/structured';
import { readBodyWait } from './rate-limits/body-wait';

/** Whatever an answer says about rate limits, brought to one clock: the local one. */
export interface RateLimit {
  /** Requests that a window allows, and how many of them are left. */
  readonly limit?: number;
  readonly remaining?: number;
  /** Length of the window, milliseconds. */
  readonly window?: number;
  /** When the window starts anew, milliseconds since the epoch. */
  readonly resetAt?: number;
  /** When the same request may be sent again, milliseconds since the epoch; absent where nothing forbids it now. */
  readonly retryAt?: number;
  /** The field or the member of the body that said when, or else how many are left. */
  readonly field: string;
  /** The field that said how many are left. */
  readonly countField?: string;
  /** How a value was read that may be read in more than one way. */
  readonly assumption?: Phrase;
}

/** What one dialect says; `at` of a reset or wait is by the local clock. */
export interface Quota {
  readonly limit?: number;
  readonly remaining?: number;
  readonly window?: number;
  readonly resetAt?: number;
  readonly field: string;
  readonly countField?: string;
  readonly assumption?: Phrase;
}

/** Retry-After outranks any reset; a catalog's fields outrank guessed ones; header fields outrank the body. */
export function readRateLimit(reading: Reading): RateLimit | undefined {
  const { answer } = reading;
  if (!answer) return undefined;
  const retry = readRetryAfter(reading);
  const quota = readCatalogued(reading) ?? readStructured(reading) ?? readLegacy(reading);
  const wait = answer.status >= 400 ? readBodyWait(reading) : undefined;
  const stopped = answer.status === 429 || (answer.status >= 400 && quota?.remaining === 0);
  const next =
    retry ??
    wait ??
    (stopped && quota?.resetAt !== undefined ? { at: quota.resetAt, field: quota.field } : undefined);
  if (!next && !quota) return undefined;
  return {
    ...quota,
    field: next?.field ?? quota?.field ?? '',
    retryAt: next?.at,
    assumption: retry || wait ? undefined : quota?.assumption,
  };
}

/** A time of the server's clock by the local one; clocks a second or two apart are the same for this purpose. */
export function toLocalTime({ clock }: Reading, serverTime: number): number {
  return clock && Math.abs(clock.ahead) > 2000 ? serverTime - clock.ahead : serverTime;
}

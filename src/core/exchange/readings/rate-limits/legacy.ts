import type { Reading } from '../../reading';
import type { Quota } from '../rate-limit';
import { readReset } from './reset';

/** The fields that the API's catalog names, with the unit that it pins. */
export function readCatalogued(reading: Reading): Quota | undefined {
  const limits = reading.api?.rateLimits;
  if (!limits || !(limits.limit ?? limits.remaining ?? limits.reset)) return undefined;
  return readTriple(reading, limits.limit, limits.remaining, limits.reset, limits.resetUnit);
}

/** Prefixes in use; `RateLimit-…` alone is drafts 01–06 of the IETF, whose reset is always seconds from now. */
const prefixes = [
  'RateLimit',
  'X-RateLimit',
  'X-Rate-Limit',
  'X-Rate-Limit-Requests',
  'X-RateLimit-Requests',
  'Rate-Limit',
];

/** `X-RateLimit-Limit`, `-Remaining`, `-Reset` and their relatives. */
export function readLegacy(reading: Reading): Quota | undefined {
  for (const prefix of prefixes) {
    const unit =
      prefix === 'RateLimit' && isSmall(reading.answerFields.get('RateLimit-Reset'))
        ? 'delta-seconds'
        : undefined;
    const quota = readTriple(reading, `${prefix}-Limit`, `${prefix}-Remaining`, `${prefix}-Reset`, unit);
    if (quota) return quota;
  }
  return readTriple(
    reading,
    'X-RateLimit-Limit-Requests',
    'X-RateLimit-Remaining-Requests',
    'X-RateLimit-Reset-Requests',
  );
}

const isSmall = (value: string | undefined): boolean => value !== undefined && /^\s*\d{1,9}\s*$/.test(value);

function readTriple(
  reading: Reading,
  limitField: string | undefined,
  remainingField: string | undefined,
  resetField: string | undefined,
  unit?: Parameters<typeof readReset>[2],
): Quota | undefined {
  const get = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : reading.answerFields.get(name);
  const limit = count(get(limitField));
  const remaining = count(get(remainingField));
  const reset = readReset(reading, get(resetField), unit);
  if (limit === undefined && remaining === undefined && !reset) return undefined;
  const seconds = /;\s*w=(\d{1,9})/.exec(get(limitField) ?? '')?.[1];
  return {
    limit,
    remaining,
    window: seconds === undefined ? undefined : Number(seconds) * 1000,
    resetAt: reset?.at,
    assumption: reset?.assumption,
    field: (reset ? resetField : remaining !== undefined ? remainingField : limitField) ?? '',
  };
}

/** The number at the start of `100, 100;w=10`; several windows are listed by the tightest first. */
function count(value: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,12})(?:\.0+)?\s*(?:[,;]|$)/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

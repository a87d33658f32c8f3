import type { Reading } from '../../reading';
import type { Quota } from '../rate-limit';
import { findFamilies, windowOf } from './families';
import { readReset } from './reset';

/** The fields that the API's catalog names, with the unit that it pins. */
export function readCatalogued(reading: Reading): Quota | undefined {
  const limits = reading.api?.rateLimits;
  if (!limits || !(limits.limit ?? limits.remaining ?? limits.reset)) return undefined;
  return readTriple(reading, limits.limit, limits.remaining, limits.reset, limits.resetUnit);
}

/**
 * `X-RateLimit-Limit`, `-Remaining`, `-Reset` and their relatives under any prefix. Of several quotas the one that is
 * used up is the one that counts.
 */
export function readLegacy(reading: Reading): Quota | undefined {
  const quotas = findFamilies(reading.answer?.headers ?? []).flatMap((family) => {
    // `RateLimit-…` alone is drafts 01–06 of the IETF, whose reset is always seconds from now.
    const isDraft = family.key === 'ratelimit' && isSmall(reading.answerFields.get('RateLimit-Reset'));
    const unit = isDraft || family.resetAfter !== undefined ? 'delta-seconds' : undefined;
    const { limit, remaining, used } = family;
    const quota = readTriple(reading, limit, remaining, family.resetAfter ?? family.reset, unit, used);
    const window = quota?.window ?? windowOf(family.key);
    return quota ? [{ ...quota, window }] : [];
  });
  return quotas.find(({ remaining }) => remaining === 0) ?? quotas[0] ?? readCalls(reading);
}

/** Shopify's `40/40`: calls made, of those that fit. */
function readCalls(reading: Reading): Quota | undefined {
  const name = reading.answer?.headers.find(([field]) => /call-limit$/i.test(field))?.[0];
  const [, made, limit] =
    /^(\d{1,9})\/(\d{1,9})$/.exec(reading.answerFields.get(name ?? '')?.trim() ?? '') ?? [];
  if (name === undefined || made === undefined || limit === undefined) return undefined;
  const remaining = Math.max(0, Number(limit) - Number(made));
  return { limit: Number(limit), remaining, field: name, countField: name };
}

const isSmall = (value: string | undefined): boolean => value !== undefined && /^\s*\d{1,9}\s*$/.test(value);

function readTriple(
  reading: Reading,
  limitField: string | undefined,
  remainingField: string | undefined,
  resetField: string | undefined,
  unit?: Parameters<typeof readReset>[2],
  usedField?: string,
): Quota | undefined {
  const get = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : reading.answerFields.get(name);
  const limit = count(get(limitField));
  const used = count(get(usedField));
  const left = limit === undefined || used === undefined ? undefined : Math.max(0, limit - used);
  const remaining = count(get(remainingField)) ?? left;
  const reset = readReset(reading, get(resetField), unit);
  if (limit === undefined && remaining === undefined && !reset) return undefined;
  const seconds = /;\s*w=(\d{1,9})/.exec(get(limitField) ?? '')?.[1];
  const countField = remaining === undefined ? undefined : (remainingField ?? usedField);
  return {
    limit,
    remaining,
    window: seconds === undefined ? undefined : Number(seconds) * 1000,
    resetAt: reset?.at,
    assumption: reset?.assumption,
    field: (reset ? resetField : (countField ?? limitField)) ?? '',
    countField,
  };
}

/** The number at the start of `100, 100;w=10`; several windows are listed by the tightest first. */
function count(value: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,12})(?:\.0+)?\s*(?:[,;]|$)/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

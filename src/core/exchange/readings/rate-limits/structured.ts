import { parseDictionary, parseList } from 'structured-headers';
import type { Reading } from '../../reading';
import type { Quota } from '../rate-limit';

type Parameters = ReadonlyMap<string, unknown>;

/** `RateLimit` and `RateLimit-Policy` of drafts 07 (a dictionary) and 08–10 (lists), as structured fields (RFC 9651). */
export function readStructured(reading: Reading): Quota | undefined {
  const field = reading.answerFields.get('RateLimit');
  if (field === undefined) return undefined;
  const quotas = [...listQuotas(reading, field)];
  const tightest = quotas.sort((a, b) => (a.remaining ?? Infinity) - (b.remaining ?? Infinity))[0];
  return tightest ?? dictionaryQuota(reading, field);
}

/** Draft 08 and later: `"burst";r=50;t=30`, with the quota and window in `RateLimit-Policy: "burst";q=100;w=60`. */
function listQuotas(reading: Reading, field: string): Quota[] {
  const policies = items(reading.answerFields.get('RateLimit-Policy') ?? '');
  return items(field).flatMap(([name, parameters]) => {
    const remaining = integer(parameters.get('r'));
    if (remaining === undefined) return [];
    const policy = policies.find(([other]) => other === name)?.[1];
    const wait = integer(parameters.get('t'));
    return [
      {
        remaining,
        limit: integer(policy?.get('q')),
        window: milliseconds(integer(policy?.get('w'))),
        resetAt: after(reading, wait),
        field: 'RateLimit',
        countField: 'RateLimit',
      },
    ];
  });
}

/** Draft 07: `limit=100, remaining=50, reset=5`, with the window in `RateLimit-Policy: 100;w=60`. */
function dictionaryQuota(reading: Reading, field: string): Quota | undefined {
  try {
    const members = parseDictionary(field);
    const value = (name: string): number | undefined => integer(members.get(name)?.[0]);
    const [limit, remaining, reset] = [value('limit'), value('remaining'), value('reset')];
    if (limit === undefined && remaining === undefined) return undefined;
    const policy = items(reading.answerFields.get('RateLimit-Policy') ?? '').find(
      ([quota]) => limit === undefined || quota === limit,
    );
    return {
      limit,
      remaining,
      window: milliseconds(integer(policy?.[1].get('w'))),
      resetAt: after(reading, reset),
      field: 'RateLimit',
      countField: 'RateLimit',
    };
  } catch {
    return undefined;
  }
}

/** The items of a list field; none where it is malformed. */
function items(field: string): (readonly [unknown, Parameters])[] {
  try {
    return parseList(field).map(([value, parameters]) => [value, parameters] as const);
  } catch {
    return [];
  }
}

const integer = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;

const milliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;

const after = (reading: Reading, seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : (reading.answer?.receivedAt ?? reading.now) + seconds * 1000;

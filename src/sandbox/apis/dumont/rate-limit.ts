import { quotaHeaders } from '../../limits/quota-headers';
import { SlidingWindowLimiter, type Quota } from '../../limits/sliding-window';
import type { LimitReading } from '../../pipeline/pipeline';
import type { Call } from '../../server/call';
import { PLANS, type Account } from './accounts';
import { refuse, type ErrorName } from './errors';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The plan's limits of the minute and of the hour; the header fields are about the one that is nearer to its end. */
export function createRateLimit(
  now: () => number,
): (call: Call, account?: Account) => LimitReading<ErrorName> {
  const minutes = new SlidingWindowLimiter(MINUTE, now);
  const hours = new SlidingWindowLimiter(HOUR, now);
  return (call, account) => {
    const key = account?.username || call.remoteAddress;
    const { minute, hour } = PLANS[account?.plan ?? 'free'];
    const ofMinute = account?.shared ? minutes.takeShared(key, minute) : minutes.take(key, minute);
    // What the minute refuses does not count for the hour.
    const ofHour = ofMinute.allowed ? hours.take(key, hour) : ofMinute;
    const quota = ofHour.remaining < ofMinute.remaining ? ofHour : ofMinute;
    const decisive = ofHour.allowed ? quota : ofHour;
    const refusal = decisive.allowed ? undefined : refuse('too-many-requests');
    return { headers: resetHeaders(decisive, now()), refusal };
  };
}

/** Documented are these three only: clients have to wait for the reset, without `Retry-After`. */
export function resetHeaders(quota: Quota, now: number): Record<string, string> {
  return quotaHeaders({ ...quota, allowed: true }, now);
}

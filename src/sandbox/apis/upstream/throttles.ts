import { SlidingWindowLimiter } from '../../limits/sliding-window';
import type { LimitReading } from '../../pipeline/pipeline';
import { throttled, type ErrorCode } from './errors';
import type { User } from './users';

export const HOUR = 60 * 60 * 1000;

/** What each throttle scope allows. */
export const REQUESTS_PER_HOUR = {
  authentication: 5,
  bulk_operation: 20,
  report_generation: 10,
  read_only: 2000,
  write_operation: 500,
  user: 1000,
} as const;

type Scope = keyof typeof REQUESTS_PER_HOUR;

/** Counts a request of `user` for its scope; like Django REST framework it tells nothing of what is left. */
export function createThrottle(now: () => number): (scope: Scope, user: User) => LimitReading<ErrorCode> {
  const limiter = new SlidingWindowLimiter(HOUR, now);
  return (scope, user) => {
    const limit = REQUESTS_PER_HOUR[scope];
    const key = `${scope} ${user.id}`;
    const isUsedUp = scope === 'report_generation' && user.outOfReports === true;
    const quota = isUsedUp ? limiter.takeShared(key, limit) : limiter.take(key, limit);
    return quota.allowed ? {} : { refusal: throttled((quota.resetAt - now()) / 1000) };
  };
}

/** The scope of an endpoint: its own if it has one, else that of the method. */
export function scopeOf(method: string, own: string | undefined): Scope {
  if (own !== undefined && Object.hasOwn(REQUESTS_PER_HOUR, own)) return own as Scope;
  return method === 'GET' || method === 'HEAD' ? 'read_only' : 'write_operation';
}

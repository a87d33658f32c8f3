import type { Quota } from './sliding-window';

/** The legacy `X-RateLimit-*` dialect, its reset in epoch seconds; with `Retry-After` (seconds) where the quota is used up. */
export function quotaHeaders(quota: Quota, now: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(quota.limit),
    'X-RateLimit-Remaining': String(quota.remaining),
    'X-RateLimit-Reset': String(Math.ceil(quota.resetAt / 1000)),
    ...(quota.allowed ? {} : { 'Retry-After': String(Math.max(1, Math.ceil((quota.resetAt - now) / 1000))) }),
  };
}

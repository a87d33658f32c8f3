import { quotaHeaders } from '../../limits/quota-headers';
import { SlidingWindowLimiter } from '../../limits/sliding-window';
import type { LimitReading } from '../../pipeline/pipeline';
import type { Call } from '../../server/call';
import { API_KEYS } from './auth/api-keys';
import type { Principal } from './auth/principal';
import { refuse, type ErrorCode } from './errors';

const WINDOW_MS = 60_000;
export const REQUESTS_PER_WINDOW = 100;

/** 100 requests a minute for each credential, or for each address where there is none. */
export function createRateLimit(
  now: () => number,
): (call: Call, principal?: Principal) => LimitReading<ErrorCode> {
  const limiter = new SlidingWindowLimiter(WINDOW_MS, now);
  return (call, principal) => {
    const limit = principal?.rateLimit ?? REQUESTS_PER_WINDOW;
    const key = credentialOf(call);
    const isShared = principal !== undefined && API_KEYS[principal.subject]?.usedUp === true;
    const quota = isShared ? limiter.takeShared(key, limit) : limiter.take(key, limit);
    const headers = quotaHeaders(quota, now());
    return quota.allowed ? { headers } : { refusal: refuse('RATE_LIMIT_EXCEEDED'), headers };
  };
}

const credentialOf = (call: Call): string =>
  call.headers['x-api-key'] ?? call.headers['authorization'] ?? call.remoteAddress;

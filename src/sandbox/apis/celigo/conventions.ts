import { quotaHeaders } from '../../limits/quota-headers';
import { SlidingWindowLimiter } from '../../limits/sliding-window';
import { requestedError } from '../../pipeline/error-kinds';
import type { Conventions } from '../../pipeline/pipeline';
import type { BodyProblem } from '../../server/json-body';
import { ANONYMOUS, authenticate, authorize, unauthorized, type Principal } from './api-keys';
import type { CeligoRoute } from './celigo-route';
import { errorAnswer, KINDS, refuse, type ErrorName } from './errors';

/** That there are limits and header fields for them is documented, figures and names are not. */
const REQUESTS_PER_MINUTE = 100;
const MINUTE = 60_000;

const UNREADABLE: Record<BodyProblem, string> = {
  'media-type': 'Content-Type must be application/json',
  'too-large': 'The body is too large',
  malformed: 'The body is not valid JSON',
  'not-an-object': 'The body must be a JSON object',
};

/** How integrator.io behaves around its endpoints. */
export function celigoConventions(
  routes: readonly CeligoRoute[],
  now: () => number,
): Conventions<Principal, ErrorName> {
  const limiter = new SlidingWindowLimiter(MINUTE, now);
  return {
    routes,
    anonymous: ANONYMOUS,
    requested: (call) =>
      requestedError(
        call,
        KINDS,
        (name, wait) => ({ headers: headersOf(name, wait, now()) }),
        (message) => refuse('bad_request', { message }),
      ),
    notFound: () => refuse('not_found'),
    methodNotAllowed: (_, allow) => refuse('method_not_allowed', { headers: { Allow: allow } }),
    authenticate,
    limit: (call, _, principal) => {
      const key = principal?.key ?? call.remoteAddress;
      const quota = principal?.shared
        ? limiter.takeShared(key, REQUESTS_PER_MINUTE)
        : limiter.take(key, REQUESTS_PER_MINUTE);
      const headers = quotaHeaders(quota, now());
      return { headers, refusal: quota.allowed ? undefined : refuse('rate_limit_exceeded') };
    },
    authorize,
    unreadable: (problem) => refuse('bad_request', { message: UNREADABLE[problem] }),
    failure: refuse('internal_error'),
    toAnswer: errorAnswer,
    headers: () => ({}),
  };
}

/** The header fields that an error has where it occurs by itself. */
function headersOf(name: ErrorName, wait: number, now: number): Record<string, string> {
  if (name === 'unauthorized') return { ...unauthorized().headers };
  if (name === 'method_not_allowed') return { Allow: 'GET, HEAD, OPTIONS' };
  if (name === 'service_unavailable') return { 'Retry-After': String(wait) };
  if (name !== 'rate_limit_exceeded') return {};
  const quota = { allowed: false, limit: REQUESTS_PER_MINUTE, remaining: 0, resetAt: now + wait * 1000 };
  return quotaHeaders(quota, now);
}

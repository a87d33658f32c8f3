import { quotaHeaders } from '../../limits/quota-headers';
import { SlidingWindowLimiter, type Quota } from '../../limits/sliding-window';
import { requestedError } from '../../pipeline/error-kinds';
import type { Conventions } from '../../pipeline/pipeline';
import type { BodyProblem } from '../../server/json-body';
import { ANONYMOUS, authenticate, authorize, unauthorized, type Principal } from './api-keys';
import { blame, errorAnswer, KINDS, limitMessage, refuse, type ErrorCode, type Refusal } from './errors';
import type { InterflowRoute } from './interflow-route';

const REQUESTS_PER_MINUTE = 60;
const MINUTE = 60_000;

const UNREADABLE: Record<BodyProblem, string> = {
  'media-type': 'Envie Content-Type: application/json',
  'too-large': 'O corpo é grande demais',
  malformed: 'JSON malformado',
  'not-an-object': 'Deve ser um objeto JSON',
};

/** How Interflow behaves around its endpoints. A method that a path has not is documented no more than a wrong path. */
export function interflowConventions(
  routes: readonly InterflowRoute[],
  now: () => number,
): Conventions<Principal, ErrorCode> {
  const limiter = new SlidingWindowLimiter(MINUTE, now);
  return {
    routes,
    anonymous: ANONYMOUS,
    requested: (call) =>
      requestedError(
        call,
        KINDS,
        (code, wait) => surroundings(code, wait, now()),
        (message) => blame('VALIDATION_ERROR', 'fault', message),
      ),
    notFound: () => refuse('NOT_FOUND'),
    methodNotAllowed: () => refuse('NOT_FOUND'),
    authenticate,
    limit: (call, _, principal) => {
      const key = principal?.key ?? call.remoteAddress;
      const quota = principal?.shared
        ? limiter.takeShared(key, REQUESTS_PER_MINUTE)
        : limiter.take(key, REQUESTS_PER_MINUTE);
      return {
        headers: quotaHeaders(quota, now()),
        refusal: quota.allowed ? undefined : overLimit(quota, now()),
      };
    },
    authorize,
    unreadable: (problem) => blame('VALIDATION_ERROR', 'body', UNREADABLE[problem]),
    failure: refuse('INTERNAL_ERROR'),
    toAnswer: errorAnswer,
    headers: () => ({}),
  };
}

function overLimit(quota: Quota, now: number): Refusal {
  const headers = quotaHeaders(quota, now);
  return refuse('RATE_LIMIT_EXCEEDED', { message: limitMessage(Number(headers['Retry-After'])), headers });
}

/** What an error has where it occurs by itself. */
function surroundings(code: ErrorCode, wait: number, now: number): Partial<Refusal> {
  if (KINDS[code].status === 401) return { headers: unauthorized(code).headers };
  if (code === 'SERVICE_UNAVAILABLE') return { headers: { 'Retry-After': String(wait) } };
  if (code !== 'RATE_LIMIT_EXCEEDED') return {};
  const resetAt = now + wait * 1000;
  const { message, headers } = overLimit(
    { allowed: false, limit: REQUESTS_PER_MINUTE, remaining: 0, resetAt },
    now,
  );
  return { message, headers };
}

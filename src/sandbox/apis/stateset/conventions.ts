import { quotaHeaders } from '../../limits/quota-headers';
import { requestedError } from '../../pipeline/error-kinds';
import type { Conventions } from '../../pipeline/pipeline';
import { MAX_BODY_BYTES } from '../../server/call';
import { corsHeaders, type CorsPolicy } from '../../server/cors';
import type { BodyProblem } from '../../server/json-body';
import { authenticate, authorize, unauthorized } from './auth/authenticate';
import { ANONYMOUS, type Principal } from './auth/principal';
import { errorAnswer, KINDS, refuse, type ErrorCode, type Refusal } from './errors';
import { createRateLimit, REQUESTS_PER_WINDOW } from './rate-limit';
import type { StatesetRoute } from './stateset-route';

export const CORS: CorsPolicy = {
  origins: ['http://localhost:3000'],
  methods: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
  headers: ['Authorization', 'Content-Type', 'X-API-Key', 'Idempotency-Key'],
  exposed: ['X-Request-ID', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'],
};

/** How StateSet behaves around its endpoints. */
export function statesetConventions(
  routes: readonly StatesetRoute[],
  now: () => number,
): Conventions<Principal, ErrorCode> {
  const rateLimit = createRateLimit(now);
  return {
    routes,
    anonymous: ANONYMOUS,
    requested: (call) =>
      requestedError(
        call,
        KINDS,
        (code, wait) => surroundings(code, wait, now()),
        (message) => refuse('VALIDATION_ERROR', { details: { fault: [message] } }),
      ),
    notFound: () => refuse('NOT_FOUND'),
    methodNotAllowed: (_, allow) => refuse('METHOD_NOT_ALLOWED', { headers: { Allow: allow } }),
    authenticate: (call) => authenticate(call, now()),
    limit: (call, endpoint, principal) => (endpoint.limit === 'none' ? {} : rateLimit(call, principal)),
    authorize,
    unreadable: (problem) => UNREADABLE[problem],
    failure: refuse('INTERNAL_ERROR'),
    toAnswer: errorAnswer,
    headers: (call, requestId) => ({ 'X-Request-ID': requestId, ...corsHeaders(CORS, call) }),
  };
}

const UNREADABLE: Record<BodyProblem, Refusal> = {
  'media-type': refuse('UNSUPPORTED_MEDIA_TYPE'),
  'too-large': refuse('PAYLOAD_TOO_LARGE', { details: { limit_bytes: MAX_BODY_BYTES } }),
  malformed: refuse('VALIDATION_ERROR', { details: { body: ['Request body is not valid JSON'] } }),
  'not-an-object': refuse('VALIDATION_ERROR', { details: { body: ['Request body must be a JSON object'] } }),
};

/** What an error has where it occurs by itself. */
function surroundings(code: ErrorCode, wait: number, now: number): Partial<Refusal> {
  switch (code) {
    case 'RATE_LIMIT_EXCEEDED': {
      const quota = { allowed: false, limit: REQUESTS_PER_WINDOW, remaining: 0, resetAt: now + wait * 1000 };
      return { headers: quotaHeaders(quota, now) };
    }
    case 'SERVICE_UNAVAILABLE':
      return { headers: { 'Retry-After': String(wait) } };
    case 'METHOD_NOT_ALLOWED':
      return { headers: { Allow: 'GET, HEAD, POST, OPTIONS' } };
    case 'INSUFFICIENT_PERMISSIONS':
      return authorize(ANONYMOUS, 'orders:delete') ?? {};
    case 'TOKEN_EXPIRED':
      return unauthorized(code, { error: 'invalid_token', description: 'The access token expired' });
    case 'INVALID_TOKEN':
      return unauthorized(code, { error: 'invalid_token', description: 'The token is malformed' });
    case 'INVALID_CREDENTIALS':
    case 'INVALID_API_KEY':
      return unauthorized(code, {});
    default:
      return {};
  }
}

import { faultOf } from '../../faults/broken';
import { quotaHeaders } from '../../limits/quota-headers';
import type { Call } from '../../server/call';
import { authorize, unauthorized } from './auth/authenticate';
import { ANONYMOUS } from './auth/principal';
import { ERROR_CODES, exampleOf, isErrorCode, refuse, type Refusal } from './errors';

const DEFAULT_WAIT = 60;

/**
 * The documented error that `call` asks for by `?fault=CODE` or `X-Sandbox-Fault: CODE`, with the header fields it really
 * has. `?retry_after=` is the wait of a 429 or 503, seconds.
 */
export function requestedError(call: Call, now: number): Refusal | undefined {
  const code = faultOf(call);
  if (code === undefined) return undefined;
  if (!isErrorCode(code)) {
    return refuse('VALIDATION_ERROR', {
      details: { fault: [`Unknown fault; known: ${ERROR_CODES.join(', ')}`] },
    });
  }
  const asked = Number(call.query.get('retry_after') ?? DEFAULT_WAIT);
  const wait = Number.isFinite(asked) ? asked : DEFAULT_WAIT;
  switch (code) {
    case 'RATE_LIMIT_EXCEEDED': {
      const quota = { allowed: false, limit: 100, remaining: 0, resetAt: now + wait * 1000 };
      return { ...exampleOf(code), headers: quotaHeaders(quota, now) };
    }
    case 'SERVICE_UNAVAILABLE':
      return { ...exampleOf(code), headers: { 'Retry-After': String(wait) } };
    case 'METHOD_NOT_ALLOWED':
      return { ...exampleOf(code), headers: { Allow: 'GET, HEAD, POST, OPTIONS' } };
    case 'INSUFFICIENT_PERMISSIONS':
      return authorize(ANONYMOUS, 'orders:delete');
    case 'TOKEN_EXPIRED':
      return unauthorized(code, { error: 'invalid_token', description: 'The access token expired' });
    case 'INVALID_TOKEN':
      return unauthorized(code, { error: 'invalid_token', description: 'The token is malformed' });
    case 'INVALID_CREDENTIALS':
    case 'INVALID_API_KEY':
      return unauthorized(code, {});
    default:
      return exampleOf(code);
  }
}

import { bearerChallenge, type BearerChallenge } from '../../../auth/challenge';
import { authorizationOf } from '../../../auth/credentials';
import type { Call } from '../../../server/call';
import { refuse, type ErrorCode, type Refusal } from '../errors';
import { principalOfKey } from './api-keys';
import type { Principal } from './principal';
import { ISSUER, readToken } from './tokens';

/** Who sent `call`, by `X-API-Key` or a Bearer token; or why that cannot be told. Each 401 carries its challenge. */
export function authenticate(call: Call, now: number): Principal | Refusal {
  const key = call.headers['x-api-key'];
  if (key !== undefined) return principalOfKey(key) ?? unauthorized('INVALID_API_KEY', {});
  const authorization = authorizationOf(call);
  // RFC 6750 §3.1: a request without usable credentials is told no more than which scheme to use.
  if (authorization.kind !== 'bearer') return unauthorized('INVALID_TOKEN', {});
  const reading = readToken(authorization.token, 'access', now);
  if (reading.kind === 'expired') {
    return unauthorized('TOKEN_EXPIRED', { error: 'invalid_token', description: 'The access token expired' });
  }
  if (reading.kind === 'invalid') {
    return unauthorized('INVALID_TOKEN', { error: 'invalid_token', description: reading.because });
  }
  const { sub, permissions } = reading.claims;
  return {
    subject: String(sub),
    permissions: Array.isArray(permissions) ? permissions.map(String) : [],
  };
}

/** Whether `principal` may do what `permission` names. */
export function authorize(principal: Principal, permission: string): Refusal | undefined {
  if (principal.permissions.includes(permission)) return undefined;
  return refuse('INSUFFICIENT_PERMISSIONS', {
    details: { required_permission: permission },
    headers: challenge({ error: 'insufficient_scope', scope: permission }),
  });
}

/** A 401 with its `WWW-Authenticate` (RFC 9110 §11.6.1). */
export function unauthorized(code: ErrorCode, parameters: Omit<BearerChallenge, 'realm'>): Refusal {
  return refuse(code, { headers: challenge(parameters) });
}

const challenge = (parameters: Omit<BearerChallenge, 'realm'>): Record<string, string> => ({
  'WWW-Authenticate': bearerChallenge({ realm: ISSUER, ...parameters }),
});

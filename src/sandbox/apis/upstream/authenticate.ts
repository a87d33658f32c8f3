import { bearerChallenge } from '../../auth/challenge';
import type { Call } from '../../server/call';
import { refuse, type Refusal } from './errors';
import { readToken, userOf, type TokenProblem } from './tokens';
import type { User } from './users';

/**
 * Who sent `call`, decided as SimpleJWT does: the word `Bearer` counts only in this spelling, a header field without it
 * is none, and one of more than two words is a mistake of its own.
 */
export function authenticate(call: Call, now: number): User | Refusal {
  const [scheme, token, ...rest] = call.headers['authorization']?.split(/\s+/).filter(Boolean) ?? [];
  if (scheme !== 'Bearer') return unauthorized();
  if (token === undefined || rest.length > 0) {
    const detail = 'Authorization header must contain two space-delimited values';
    return unauthorized(detail, { detail, code: 'bad_authorization_header' });
  }
  const claims = readToken(token, 'access', now);
  if (typeof claims === 'string') return notValid(claims);
  const user = userOf(claims);
  if (!user) return unauthorized('User not found', { detail: 'User not found', code: 'user_not_found' });
  return user.active
    ? user
    : unauthorized('User is inactive', { detail: 'User is inactive', code: 'user_inactive' });
}

export function unauthorized(message?: string, details?: object): Refusal {
  return refuse('authentication_failed', {
    message,
    details,
    headers: { 'WWW-Authenticate': bearerChallenge({ realm: 'api' }) },
  });
}

/** A token in the `Authorization` field that is no access token of this server, or no longer one. */
function notValid(problem: TokenProblem): Refusal {
  const detail = 'Given token not valid for any token type';
  const messages = [{ token_class: 'AccessToken', token_type: 'access', message: problem }];
  return unauthorized(detail, { detail, code: 'token_not_valid', messages });
}

/** A token in the body, of the refresh and verify endpoints. */
export const tokenRefused = (problem: TokenProblem): Refusal =>
  unauthorized(problem, { detail: problem, code: 'token_not_valid' });

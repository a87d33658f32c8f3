import { bearerChallenge } from '../../auth/challenge';
import { authorizationOf } from '../../auth/credentials';
import { signHs256, unsecured, verifyHs256, type Claims } from '../../auth/jwt';
import type { Call } from '../../server/call';
import { ACCOUNTS, accountOf, type Account } from './accounts';
import { refuse, type Refusal } from './errors';

/** The key that signs the sandbox's tokens. Public on purpose: it protects nothing but sample data. */
export const DEVELOPMENT_SECRET = 'dumont-sandbox-secret-not-for-production';

/** Lifetimes, seconds: the usual one, and that of a login with `remember_me`. */
export const LIFETIME = 24 * 60 * 60;
export const REMEMBERED_LIFETIME = 7 * LIFETIME;

/** `at` is milliseconds since the epoch, `lifetime` seconds; a negative one makes a token that has expired already. */
export function tokenOf(account: Account, at: number, lifetime: number): string {
  return signHs256(claimsOf(account, at, lifetime), DEVELOPMENT_SECRET);
}

function claimsOf({ username, plan }: Account, at: number, lifetime: number): Claims {
  const issuedAt = Math.floor(at / 1000);
  return { sub: username, plan, iat: Math.min(issuedAt, issuedAt + lifetime), exp: issuedAt + lifetime };
}

/** Whose token `call` carries; or a 401 that says whether it is missing, expired or invalid. */
export function authenticate(call: Call, now: number): Account | Refusal {
  const authorization = authorizationOf(call);
  if (authorization.kind !== 'bearer') return unauthorized('Not authenticated');
  const verified = verifyHs256(authorization.token, DEVELOPMENT_SECRET, now);
  if (verified.kind === 'expired') return unauthorized('Token has expired', 'invalid_token');
  const account = verified.kind === 'valid' ? accountOf(verified.claims['sub']) : undefined;
  return account ?? unauthorized('Could not validate credentials', 'invalid_token');
}

export const unauthorized = (message: string, error?: 'invalid_token'): Refusal =>
  refuse('unauthorized', {
    message,
    headers: { 'WWW-Authenticate': bearerChallenge({ realm: 'dumont', error }) },
  });

/** Fresh tokens, by what is right or wrong with them. */
export function tokensForTests(now: number): Record<string, string> {
  const { pro, free, enterprise, shared } = ACCOUNTS;
  const valid = tokenOf(pro, now, LIFETIME);
  return {
    valid,
    remembered: tokenOf(pro, now, REMEMBERED_LIFETIME),
    expired: tokenOf(pro, now - 2 * LIFETIME * 1000, LIFETIME),
    badSignature: signHs256(claimsOf(pro, now, LIFETIME), 'a wrong secret'),
    truncated: valid.slice(0, -20),
    algNone: unsecured(claimsOf(pro, now, LIFETIME)),
    free: tokenOf(free, now, LIFETIME),
    enterprise: tokenOf(enterprise, now, LIFETIME),
    shared: tokenOf(shared, now, LIFETIME),
  };
}

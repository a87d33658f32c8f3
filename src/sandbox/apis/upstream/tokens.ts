import { signHs256, unsecured, verifyHs256, type Claims } from '../../auth/jwt';
import { USERS, userWhere, type User } from './users';

/** The key that signs the sandbox's tokens. Public on purpose: it protects nothing but sample data. */
export const DEVELOPMENT_SECRET = 'upstream-sandbox-secret-not-for-production';

export type TokenType = 'access' | 'refresh';

/** Lifetimes, seconds. */
const LIFETIMES: Readonly<Record<TokenType, number>> = { access: 60 * 60, refresh: 24 * 60 * 60 };

/** Why SimpleJWT refuses a token. */
export type TokenProblem = 'Token is invalid' | 'Token is expired' | 'Token has wrong type';

/** `at` is milliseconds since the epoch, `lifetime` seconds; a negative one makes a token that has expired already. */
export function claimsOf(
  user: User,
  type: TokenType,
  at: number,
  jti: string,
  lifetime = LIFETIMES[type],
): Claims {
  const issuedAt = Math.floor(at / 1000);
  return {
    token_type: type,
    exp: issuedAt + lifetime,
    iat: Math.min(issuedAt, issuedAt + lifetime),
    jti,
    user_id: user.id,
    customer_id: user.customerId,
    role: user.role,
  };
}

export const sign = (claims: Claims): string => signHs256(claims, DEVELOPMENT_SECRET);

/** The claims of a good token. `type` is not asked for where either will do. */
export function readToken(token: string, type: TokenType | 'any', now: number): Claims | TokenProblem {
  const verified = verifyHs256(token, DEVELOPMENT_SECRET, now);
  if (verified.kind === 'expired') return 'Token is expired';
  if (verified.kind !== 'valid') return 'Token is invalid';
  return type === 'any' || verified.claims['token_type'] === type ? verified.claims : 'Token has wrong type';
}

export const userOf = (claims: Claims): User | undefined => userWhere(({ id }) => id === claims['user_id']);

/** Fresh tokens, by what is right or wrong with them. */
export function tokensForTests(now: number, newId: () => string): Record<string, string> {
  const of = (user: User, type: TokenType, at = now): string => sign(claimsOf(user, type, at, newId()));
  const valid = of(USERS.admin, 'access');
  const day = LIFETIMES.refresh * 1000;
  return {
    valid,
    refresh: of(USERS.admin, 'refresh'),
    viewer: of(USERS.viewer, 'access'),
    otherCustomer: of(USERS.otherAdmin, 'access'),
    superuser: of(USERS.superuser, 'access'),
    inactive: of(USERS.former, 'access'),
    outOfReports: of(USERS.reports, 'access'),
    expired: of(USERS.admin, 'access', now - day),
    expiredRefresh: of(USERS.admin, 'refresh', now - 2 * day),
    badSignature: signHs256(claimsOf(USERS.admin, 'access', now, newId()), 'a wrong secret'),
    truncated: valid.slice(0, -20),
    algNone: unsecured(claimsOf(USERS.admin, 'access', now, newId())),
  };
}

import { signHs256, verifyHs256, type Claims } from '../../../auth/jwt';
import type { Role } from './principal';
import { PERMISSIONS } from './principal';

/** The key that signs the sandbox's tokens. Public on purpose: it protects nothing but sample data. */
export const DEVELOPMENT_SECRET = 'sandbox-development-secret-not-for-production';
export const ISSUER = 'stateset-sandbox';
const AUDIENCE = 'stateset-api';

/** Lifetimes, seconds. */
export const ACCESS_LIFETIME = 60 * 60;
export const REFRESH_LIFETIME = 7 * 24 * 60 * 60;

export interface Subject {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
}

export type TokenType = 'access' | 'refresh';

export type TokenReading =
  | { readonly kind: 'valid'; readonly claims: Claims }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid'; readonly because: string };

/** `at` is milliseconds since the epoch, `lifetime` seconds; a negative one makes a token that has expired already. */
export function claimsOf(
  subject: Subject,
  type: TokenType,
  at: number,
  lifetime: number,
  id: string,
  family: string,
): Claims {
  const issuedAt = Math.floor(at / 1000);
  return {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: subject.id,
    email: subject.email,
    role: subject.role,
    ...(type === 'access' && { permissions: PERMISSIONS[subject.role] }),
    token_type: type,
    iat: Math.min(issuedAt, issuedAt + lifetime),
    exp: issuedAt + lifetime,
    jti: id,
    family,
  };
}

export const sign = (claims: Claims): string => signHs256(claims, DEVELOPMENT_SECRET);

/** Checks a token of either type. `because` goes into the challenge, never into the body. */
export function readToken(token: string, type: TokenType, now: number): TokenReading {
  const verified = verifyHs256(token, DEVELOPMENT_SECRET, now);
  switch (verified.kind) {
    case 'malformed':
      return { kind: 'invalid', because: 'The token is malformed' };
    case 'bad-signature':
      return { kind: 'invalid', because: 'The signature does not match' };
    case 'not-yet-valid':
      return { kind: 'invalid', because: 'The token is not valid yet' };
    case 'expired':
    case 'valid':
      return readClaims(verified, type);
  }
}

function readClaims(
  { kind, claims }: { readonly kind: 'valid' | 'expired'; readonly claims: Claims },
  type: TokenType,
): TokenReading {
  if (claims['token_type'] !== type) return { kind: 'invalid', because: `The token is not of type ${type}` };
  if (claims['iss'] !== ISSUER || claims['aud'] !== AUDIENCE) {
    return { kind: 'invalid', because: 'The token was issued for another environment' };
  }
  return kind === 'expired' ? { kind } : { kind, claims };
}

import { createHmac, timingSafeEqual } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

export type Verified =
  | { readonly kind: 'valid'; readonly claims: Claims }
  | { readonly kind: 'malformed' | 'bad-signature' }
  | { readonly kind: 'expired'; readonly claims: Claims }
  | { readonly kind: 'not-yet-valid'; readonly claims: Claims };

/** A JWS in compact form (RFC 7515 §7.1) with HMAC SHA-256. */
export function signHs256(claims: Claims, secret: string): string {
  const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${head}.${hmac(head, secret).toString('base64url')}`;
}

/** An unsecured JWT (RFC 7519 §6): what an attacker sends and no server may accept. */
export function unsecured(claims: Claims): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
}

/** Checks form, algorithm, signature, `exp` and `nbf` (RFC 7519 §4.1) against `now`, milliseconds since the epoch. */
export function verifyHs256(token: string, secret: string, now: number): Verified {
  const [head, payload, signature, ...rest] = token.split('.');
  if (!head || !payload || signature === undefined || rest.length > 0) return { kind: 'malformed' };
  const header = decode(head);
  const claims = decode(payload);
  if (!header || !claims) return { kind: 'malformed' };
  if (header['alg'] !== 'HS256' || !equal(hmac(`${head}.${payload}`, secret), signature)) {
    return { kind: 'bad-signature' };
  }
  const seconds = now / 1000;
  const { exp, nbf } = claims;
  if (typeof exp === 'number' && seconds >= exp) return { kind: 'expired', claims };
  if (typeof nbf === 'number' && seconds < nbf) return { kind: 'not-yet-valid', claims };
  return { kind: 'valid', claims };
}

const hmac = (text: string, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(part: string): Record<string, unknown> | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function equal(expected: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

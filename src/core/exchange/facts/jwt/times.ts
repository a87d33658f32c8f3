import type { Finding } from '../../fact';
import { fails, unknown } from '../../fact';
import { phrase } from '../../../text/phrase';
import type { Reading } from '../../reading';
import { isPassword } from '../../readings/credentials';
import { isPlaceholder } from '../../readings/placeholder';
import type { JsonObject } from '../../readings/json-path';

/** The claims of the token, or the finding of a fact about claims where there are none to read. */
export function claimsOf(reading: Reading): { readonly claims: JsonObject } | { readonly finding: Finding } {
  const { jwt, credentials } = reading;
  if (jwt?.payload) return { claims: jwt.payload };
  if (jwt || !reading.sent) return { finding: unknown() };
  const sent = credentials.filter(({ source }) => source !== 'body');
  if (sent.length > 0 && sent.every(isPassword))
    return { finding: fails(phrase('The credential is a user name with a password, no token.')) };
  const opaque = sent.length > 0;
  return { finding: opaque ? unknown() : fails(phrase('No token was sent.')) };
}

/** The same for facts that can only be true of a JWT: an opaque token disproves them. */
export function claimsOfJwt(reading: Reading): ReturnType<typeof claimsOf> {
  const isOpaque =
    !reading.jwt &&
    reading.credentials.some(({ source, token }) => source === 'authorization' && !isPlaceholder(token));
  return isOpaque ? { finding: fails(phrase('The token is no JWT.')) } : claimsOf(reading);
}

/** A NumericDate claim (RFC 7519 §2), seconds since the epoch, in milliseconds. */
export function dateClaim(claims: JsonObject, name: string): number | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const seconds = typeof value === 'string' && /^\d{1,12}(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

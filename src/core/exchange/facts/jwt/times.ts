import type { Finding } from '../../fact';
import { fails, unknown } from '../../fact';
import { phrase } from '../../../text/phrase';
import type { Reading } from '../../reading';
import { isPassword, takesToken, type Credential } from '../../readings/credentials';
import { isSignature, looksLikeKey } from '../../readings/kinds-of-credentials';
import { isPlaceholder, isStandIn } from '../../readings/placeholder';
import type { JsonObject } from '../../readings/json-path';

/** The claims of the token, or the finding of a fact about claims where there are none to read. */
export function claimsOf(reading: Reading): { readonly claims: JsonObject } | { readonly finding: Finding } {
  const { jwt, credentials } = reading;
  if (jwt?.payload) return { claims: jwt.payload };
  if (jwt || !reading.sent) return { finding: unknown() };
  const sent = credentials.filter(({ source, token }) => source !== 'body' && !isStandIn(token));
  if (sent.length > 0 && sent.every(isPassword))
    return { finding: fails(phrase('The credential is a user name with a password, no token.')) };
  const [first] = sent;
  if (!first) return { finding: fails(phrase('No token was sent.')) };
  if (!sent.some(mayBeToken))
    return { finding: fails(phrase('The credential in `{0}` is not a JWT.', first.name)) };
  return { finding: unknown() };
}

/** Whether a credential that nobody but the server can read may be a token; keys, cookies and signatures are none. */
function mayBeToken(credential: Credential): boolean {
  if (looksLikeKey(credential) || isSignature(credential)) return false;
  const { source, scheme, name } = credential;
  if (source === 'authorization') return takesToken(scheme);
  return source !== 'cookie' && /token|jwt|bearer/i.test(name);
}

/** The same for facts that can only be true of a JWT: an opaque token disproves them. */
export function claimsOfJwt(reading: Reading): ReturnType<typeof claimsOf> {
  const isOpaque =
    !reading.jwt &&
    reading.credentials.some(({ source, token }) => source === 'authorization' && !isPlaceholder(token));
  return isOpaque ? { finding: fails(phrase('The token is not a JWT.')) } : claimsOf(reading);
}

/** A NumericDate claim (RFC 7519 §2), seconds since the epoch, in milliseconds. */
export function dateClaim(claims: JsonObject, name: string): number | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const seconds = typeof value === 'string' && /^\d{1,12}(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

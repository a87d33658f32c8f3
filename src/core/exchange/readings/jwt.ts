import { jwtDecode } from 'jwt-decode';
import { authorizationKinds } from './credentials';
import type { Credential } from './credentials';
import type { Reading } from '../reading';
import { isObject, own, type JsonObject } from './json-path';
import { isPlaceholder } from './placeholder';

/** What could be read of a JSON Web Token (RFC 7519); its signature is never verified: the key is not ours. */
export interface JwtReading {
  readonly credential: Credential;
  readonly token: string;
  readonly header: JsonObject | undefined;
  readonly payload: JsonObject | undefined;
  /** What is broken in it, nothing where it is well-formed. `not-a-jwt`: the API wants one, and this is none. */
  readonly broken?: 'not-a-jwt' | 'parts' | 'header' | 'payload' | 'signature';
  /** How many dot-separated parts it has; a JWT has three. */
  readonly parts: number;
}

/** The first JWT among the request's credentials, or the token in the place where the API wants one. */
export function readJwt(reading: Reading): JwtReading | undefined {
  const candidates = reading.credentials.filter(({ source }) => source !== 'body' && source !== 'userinfo');
  for (const credential of candidates) {
    const token = /eyJ[\w-]*(?:\.[\w+/=-]*)*/.exec(credential.token.slice(0, 65_536))?.[0];
    if (token !== undefined && !isOtherJson(token)) return decode(credential, token);
  }
  const bearer = candidates.find(({ source }) => source === 'authorization');
  if (!bearer || !wantsJwt(reading) || bearer.token === '' || isPlaceholder(bearer.token)) return undefined;
  if (bearer.scheme !== undefined && !/^(?:bearer|jwt|token):?$/i.test(bearer.scheme)) return undefined;
  return decode(bearer, bearer.token);
}

/** Base64 of JSON that is no header of a JWT (RFC 7515 §4.1.1): some services issue keys of that form. */
const isOtherJson = (token: string): boolean =>
  !token.includes('.') && own(decodePart(`${token}.`, true), 'alg') === undefined;

/** The JWTs that the body hands in, in the order of their fields. */
export const readJwtsOfBody = ({ credentials }: Reading): JwtReading[] =>
  credentials.flatMap((credential) =>
    credential.source === 'body' && /^eyJ[\w-]*(?:\.|$)/.test(credential.token)
      ? [decode(credential, credential.token)]
      : [],
  );

/** Whether everything that the API takes in Authorization is a JWT. */
function wantsJwt(reading: Reading): boolean {
  const kinds = authorizationKinds(reading);
  return kinds.length > 0 && kinds.every(({ scheme }) => scheme === 'bearer-jwt');
}

function decode(credential: Credential, token: string): JwtReading {
  const segments = token.split('.');
  const header = decodePart(token, true);
  const payload = decodePart(token, false);
  const read = { credential, token, header, payload, parts: segments.length };
  if (!token.startsWith('eyJ') && !(segments.length === 3 && header)) return { ...read, broken: 'not-a-jwt' };
  // Five parts are an encrypted token (RFC 7516), whose claims nobody but the server reads.
  if (segments.length === 5 && header) return { ...read, payload: undefined };
  if (segments.length !== 3) return { ...read, broken: 'parts' };
  if (!header) return { ...read, broken: 'header' };
  if (!payload) return { ...read, broken: 'payload' };
  return isWholeSignature(segments[2] ?? '', header['alg']) ? read : { ...read, broken: 'signature' };
}

function decodePart(token: string, header: boolean): JsonObject | undefined {
  try {
    const part: unknown = jwtDecode(token, { header });
    return isObject(part) ? part : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a signature by algorithm (RFC 7518 §3); an RSA signature is as long as its key. */
const signatureBytes: Readonly<Record<string, number>> = {
  HS256: 32, HS384: 48, HS512: 64, ES256: 64, ES256K: 64, ES384: 96, ES512: 132, EdDSA: 64,
}; // prettier-ignore

function isWholeSignature(signature: string, algorithm: unknown): boolean {
  if (typeof algorithm !== 'string' || algorithm.toLowerCase() === 'none') return true;
  const digits = signature.replace(/=+$/, '');
  if (!/^[\w-]+$/.test(digits) || digits.length % 4 === 1) return false;
  const bytes = Math.floor((digits.length * 3) / 4);
  if (Object.hasOwn(signatureBytes, algorithm)) return bytes === signatureBytes[algorithm];
  return !/^[RP]S\d{3}$/.test(algorithm) || (bytes >= 128 && bytes % 16 === 0);
}

import type { Credential } from '../../readings/credentials';
import { authorizationKinds } from '../../readings/credentials';
import type { Reading } from '../../reading';

/** The Authorization field of the request, the first if there are several. */
export const authorizationOf = (reading: Reading): Credential | undefined =>
  reading.credentials.find(({ source }) => source === 'authorization');

const canonical: Readonly<Record<string, string>> = {
  bearer: 'Bearer', basic: 'Basic', digest: 'Digest', token: 'Token', dpop: 'DPoP', apikey: 'ApiKey', jwt: 'JWT',
}; // prettier-ignore

/** Challenges that want something beside the credential that was sent. */
const asksForMore = /^(?:otp|mfa|totp)$/i;

/**
 * The schemes that Authorization may have, in the spelling of the standards, by the API's catalog and the challenges
 * of the answer; `undefined` where neither tells, or any is taken.
 */
export function acceptedSchemes(reading: Reading): string[] | undefined {
  const kinds = authorizationKinds(reading);
  if (kinds.some(({ scheme }) => scheme === 'api-key')) return undefined;
  const catalogued = kinds.map(({ scheme }) => (scheme === 'basic' ? 'Basic' : 'Bearer'));
  const challenged = reading.challenges
    .filter(({ proxy, scheme }) => !proxy && !asksForMore.test(scheme))
    .map(({ scheme }) => canonical[scheme.toLowerCase()] ?? scheme);
  // Middleware without a challenge says it in words: `Format is Authorization: Bearer [token]`.
  const named = reading.words.messages.flatMap((message) => {
    const scheme = /\bauthorization["'`]?: ["'`]?(bearer|basic|digest|token|dpop)\b/i.exec(message)?.[1];
    return scheme === undefined ? [] : [canonical[scheme.toLowerCase()] ?? scheme];
  });
  const schemes = [...new Set([...catalogued, ...challenged, ...named])];
  return schemes.length > 0 ? schemes : undefined;
}

/** Whether the API's catalog says which schemes it takes, and not only a challenge. */
export const isCatalogued = (reading: Reading): boolean => authorizationKinds(reading).length > 0;

/** How a scheme is spelled in the registry. */
export const canonicalScheme = (scheme: string): string | undefined => canonical[scheme.toLowerCase()];

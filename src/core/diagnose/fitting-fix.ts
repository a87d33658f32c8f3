import { phrase, type Phrase } from '../text/phrase';
import { keyHeaderKinds } from '../exchange/readings/credentials';
import { acceptedSchemes } from '../exchange/facts/auth/scheme';
import type { Reading } from '../exchange/reading';
import type { JudgedCause } from './judge-causes';

/** What follows a scheme, as a reader is to fill it in; these words are placeholders, not prose. */
const forms: Readonly<Record<string, string>> = {
  Basic: 'Authorization: Basic <base64(user:password)>',
  Digest: 'Authorization: Digest <user> <password>',
  Token: 'Authorization: Token <token>',
  // Kong's key-auth, whose field has this name unless it is configured otherwise.
  Key: 'apikey: <key>',
  DPoP: 'Authorization: DPoP <token>',
};

/**
 * A fix that names the header that this answer or API asks for, where that is another than the `Bearer` of the catalogs'
 * texts; nothing where they fit as they are.
 */
export function fittingFix({ verdict, evaluation }: JudgedCause, reading: Reading): Phrase | undefined {
  const isAboutScheme = evaluation.findings.some(
    ({ fact, holds }) => holds === true && /^auth\.(?:missing|schemeMissing|schemeWrong)$/.test(fact),
  );
  if (verdict !== 'confirmed' || !isAboutScheme) return undefined;
  const schemes = acceptedSchemes(reading);
  if (schemes === undefined) {
    const [key] = keyHeaderKinds(reading);
    return key && phrase('Send `{0}`.', `${key.header}: <key>`);
  }
  if (schemes.includes('Bearer')) return undefined;
  const form = schemes.map((scheme) => forms[scheme]).find((known) => known !== undefined);
  return form === undefined ? undefined : phrase('Send `{0}`.', form);
}

import { phrase, type Phrase } from '../text/phrase';
import { keyHeaderKinds } from '../exchange/readings/credentials';
import { acceptedSchemes } from '../exchange/facts/auth/scheme';
import { takenTypes, unlike } from '../exchange/facts/request/content-type';
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
  NTLM: 'Authorization: NTLM <user> <password>',
  Negotiate: 'Authorization: Negotiate <ticket>',
};

/**
 * A fix that names the header that this answer or API asks for, where that is another than the `Bearer` of the catalogs'
 * texts; nothing where they fit as they are.
 */
export function fittingFix(judged: JudgedCause, reading: Reading): Phrase | undefined {
  if (judged.verdict !== 'confirmed') return undefined;
  const proofs = judged.evaluation.findings.flatMap(({ fact, holds }) => (holds === true ? [fact] : []));
  if (proofs.some((fact) => /^auth\.(?:missing|schemeMissing|schemeWrong)$/.test(fact)))
    return fittingScheme(reading);
  return proofs.includes('request.contentTypeWrong') ? fittingType(reading) : undefined;
}

function fittingScheme(reading: Reading): Phrase | undefined {
  const schemes = acceptedSchemes(reading);
  if (schemes === undefined) {
    const [key] = keyHeaderKinds(reading);
    return key && phrase('Send `{0}`.', `${key.header}: <key>`);
  }
  if (schemes.includes('Bearer')) return undefined;
  const form = schemes.map((scheme) => forms[scheme]).find((known) => known !== undefined);
  return phrase('Send `{0}`.', form ?? `Authorization: ${schemes[0] ?? ''} <credential>`);
}

/** What the answer takes, or what the body is. */
function fittingType(reading: Reading): Phrase | undefined {
  const { requestBody } = reading;
  if (requestBody.mediaType?.startsWith('multipart/') && unlike(requestBody) === undefined)
    return phrase(
      'Write the boundary that separates the parts: `{0}`; or leave the field to the client.',
      'Content-Type: multipart/form-data; boundary=…',
    );
  const [taken] = takenTypes(reading);
  return taken === undefined || taken.includes('*')
    ? undefined
    : phrase('Send the body as `{0}`, with that `Content-Type`.', taken);
}

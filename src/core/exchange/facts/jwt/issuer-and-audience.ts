import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact, type Finding } from '../../fact';
import type { Reading } from '../../reading';
import { asText, own } from '../../readings/json-path';
import { claimsOf } from './times';

/**
 * An issuer is rarely the API's own host and an audience may be any name, so that only the answer can tell that they
 * are wrong: by its message, and by the value that it says it expects.
 */
function testClaim(reading: Reading, claim: 'iss' | 'aud', subject: RegExp): Finding {
  const read = claimsOf(reading);
  if ('finding' in read) return read.finding;
  const value = own(read.claims, claim);
  const values = (Array.isArray(value) ? value : [value]).map(asText).filter((text) => text !== undefined);
  const complaint = [...reading.words.messages, ...reading.words.codes].find(
    (text) => subject.test(text) && complains.test(text),
  );
  const expected =
    complaint === undefined
      ? undefined
      : /expected:?\s+["'`]?([^\s"'`,]+)/i.exec(complaint)?.[1]?.replace(/[.;]$/, '');
  if (complaint !== undefined && (expected === undefined || !values.includes(expected))) {
    return values.length === 0
      ? holds(phrase('The token has no `{0}`; the answer says: {1}', claim, complaint))
      : holds(phrase("The token's `{0}` is {1}; the answer says: {2}", claim, list(values), complaint));
  }
  if (expected !== undefined) return fails(phrase("The token's `{0}` is {1}.", claim, list(values)));
  if (values.length === 0) return unknown();
  const host = reading.url?.hostname;
  if (host !== undefined && values.some((text) => URL.canParse(text) && new URL(text).hostname === host)) {
    return fails(phrase("The token's `{0}` is {1}.", claim, list(values)));
  }
  return unknown(phrase("The token's `{0}` is {1}.", claim, list(values)));
}

const complains =
  /invalid|mismatch|wrong|\bbad\b|unexpected|not (?:allowed|valid|match|accepted|trusted)|doesn't match|does not match|unknown|incorrect|untrusted|unauthori[sz]ed/i;

export const jwtIssuerMismatch: Fact = {
  name: 'jwt.issuerMismatch',
  about: "The answer refuses the token's issuer.",
  test: (reading) => testClaim(reading, 'iss', /\biss(?:uer)?s?\b|[_-]iss(?:uer)?(?:[_-]|$)/i),
};

export const jwtAudienceMismatch: Fact = {
  name: 'jwt.audienceMismatch',
  about: "The answer refuses the token's audience.",
  test: (reading) => testClaim(reading, 'aud', /\baud(?:ience)?s?\b|[_-]aud(?:ience)?(?:[_-]|$)/i),
};

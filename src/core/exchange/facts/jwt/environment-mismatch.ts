import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import { environmentIn } from '../../readings/environment';
import { own } from '../../readings/json-path';
import { claimsOf } from './times';

const claims = ['env', 'environment', 'stage', 'iss', 'aud'];

function ofToken(reading: Reading): { claim: string; value: string; environment: string } | undefined {
  for (const claim of claims) {
    const value = own(reading.jwt?.payload, claim);
    const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(' ') : value;
    const environment = typeof text === 'string' ? environmentIn(text) : undefined;
    if (typeof text === 'string' && environment !== undefined) return { claim, value: text, environment };
  }
  return undefined;
}

export const jwtEnvironmentMismatch: Fact = {
  name: 'jwt.environmentMismatch',
  about: 'The token is of one environment (such as staging), the host of another.',
  test(reading) {
    const read = claimsOf(reading);
    if ('finding' in read) return read.finding;
    const token = ofToken(reading);
    const host = reading.url?.hostname ?? '';
    const environment = environmentIn(host);
    if (!token || environment === undefined) return unknown();
    const evidence = phrase(
      "The token's `{0}` is `{1}`, the request goes to `{2}`.",
      token.claim,
      token.value,
      host,
    );
    return token.environment === environment ? fails(evidence) : holds(evidence);
  },
};

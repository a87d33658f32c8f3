import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import type { Reading } from '../../reading';
import { own } from '../../readings/json-path';
import { claimsOf } from './times';

const environments: Readonly<Record<string, string>> = {
  prod: 'production', production: 'production', live: 'production', prd: 'production',
  staging: 'staging', stage: 'staging', stg: 'staging',
  dev: 'development', develop: 'development', development: 'development',
  test: 'test', testing: 'test', qa: 'test', uat: 'uat', sandbox: 'sandbox', preprod: 'pre-production',
}; // prettier-ignore

/** The one environment that the words of a name speak of, such as `staging` in `https://api.staging.example.com`. */
function environmentIn(name: string): string | undefined {
  const words = name
    .toLowerCase()
    .slice(0, 500)
    .split(/[^a-z]+/);
  const found = new Set(
    words.flatMap((word) => (Object.hasOwn(environments, word) ? [environments[word]] : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

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

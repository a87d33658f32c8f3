import { phrase } from '../../../text/phrase';
import type { Fact } from '../../fact';
import { own, valueAt } from '../../readings/json-path';
import { claimsOf } from '../jwt/times';
import { passes, type Comparison } from './compare';
import { checkMembers } from './parameters';

interface ClaimParameter extends Comparison {
  readonly name: string;
}

export const givenClaim: Fact<ClaimParameter> = {
  name: 'claim',
  about: "A claim of the request's token is there, or has this value: `{ name: role, in: [admin] }`.",
  checkParameter: checkMembers(['name'], ['equals', 'in', 'exists', 'below', 'above']),
  test(reading, parameter) {
    const read = claimsOf(reading);
    if ('finding' in read) return read.finding;
    // Names with dots are claims too: `https://example.com/role`.
    const value = own(read.claims, parameter.name) ?? valueAt(read.claims, parameter.name);
    const evidence =
      value === undefined
        ? phrase('The token has no `{0}`.', parameter.name)
        : phrase(
            "The token's `{0}` is `{1}`.",
            parameter.name,
            typeof value === 'string' ? value : JSON.stringify(value),
          );
    return { holds: passes(value, parameter, (path) => valueAt(read.claims, path)), evidence };
  },
};

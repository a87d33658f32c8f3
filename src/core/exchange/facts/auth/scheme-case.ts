import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { authorizationOf, canonicalScheme } from './scheme';

export const authSchemeCase: Fact = {
  name: 'auth.schemeCase',
  about: 'The scheme is spelled in another case than in the standard, such as `bearer`.',
  test(reading) {
    const scheme = authorizationOf(reading)?.scheme;
    const usual = scheme === undefined ? undefined : canonicalScheme(scheme);
    if (scheme === undefined || usual === undefined || usual === scheme) return fails();
    return holds(phrase('The scheme is written `{0}`, the standard spells it `{1}`.', scheme, usual));
  },
};

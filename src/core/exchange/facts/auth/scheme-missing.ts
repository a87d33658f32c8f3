import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { saysNoCredential } from './missing';
import { acceptedSchemes, authorizationOf } from './scheme';

export const authSchemeMissing: Fact = {
  name: 'auth.schemeMissing',
  about: 'Authorization holds a bare token without a scheme.',
  test(reading) {
    const authorization = authorizationOf(reading);
    if (!authorization || authorization.token === '') return fails();
    if (authorization.scheme !== undefined) {
      return fails(phrase('`Authorization` starts with the scheme `{0}`.', authorization.scheme));
    }
    const schemes = acceptedSchemes(reading);
    const evidence = phrase(
      '`Authorization` holds one word of {0} characters and no scheme.',
      authorization.token.length,
    );
    // Some APIs do take a bare key, and some a bare JWT: who names a scheme wants one, and so does who saw no token.
    return schemes || saysNoCredential(reading) ? holds(evidence) : unknown(evidence);
  },
};

import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { own, ownText } from '../../readings/json-path';
import { claimsOfJwt } from './times';

/** Claims that OpenID Connect Core §2 and §3 put into ID tokens alone. */
const ofIdTokens = ['nonce', 'at_hash', 'c_hash', 's_hash'];
/** Claims by which access tokens are told (RFC 9068 §2.2, and Entra's). */
const ofAccessTokens = ['scope', 'scp', 'client_id'];

export const jwtIdToken: Fact = {
  name: 'jwt.idToken',
  about: 'The token in the place of the access token is an ID token.',
  test(reading) {
    const read = claimsOfJwt(reading);
    if ('finding' in read) return read.finding;
    const { claims } = read;
    const use = ownText(claims, 'token_use', 'typ');
    if (use !== undefined && /^id$/i.test(use))
      return holds(phrase('The token says that it is an ID token: `{0}`.', use));
    const found = ofIdTokens.filter((name) => own(claims, name) !== undefined);
    const isForAccess = ofAccessTokens.some((name) => own(claims, name) !== undefined);
    if (found.length === 0) return isForAccess ? fails() : unknown();
    const evidence = phrase('The token has {0}, as ID tokens do.', list(found));
    return isForAccess ? unknown(evidence) : holds(evidence);
  },
};

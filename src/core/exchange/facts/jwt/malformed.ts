import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { isPassword } from '../../readings/credentials';
import { authKeyInWrongHeader } from '../auth/key-in-wrong-header';
import { authSchemeMissing } from '../auth/scheme-missing';

export const jwtMalformed: Fact = {
  name: 'jwt.malformed',
  about: 'The token is meant to be a JWT, but is cut off or cannot be decoded.',
  test(reading) {
    const { jwt, credentials } = reading;
    if (!jwt)
      return credentials.some((each) => each.source === 'authorization' && !isPassword(each))
        ? unknown()
        : fails(phrase('No JWT was sent.'));
    const name = jwt.credential.name;
    switch (jwt.broken) {
      case undefined:
        // Another token beside it may be the one that is complained of.
        if (credentials.some((each) => each.source === 'authorization' && each !== jwt.credential))
          return unknown();
        return fails(phrase('The JWT in `{0}` is well-formed.', name));
      case 'parts':
        return holds(phrase('The JWT in `{0}` has {1} parts, not three.', name, jwt.parts));
      case 'header':
      case 'payload':
        return holds(phrase('The {0} of the JWT in `{1}` is not base64url-encoded JSON.', jwt.broken, name));
      case 'signature':
        return holds(phrase('The signature of the JWT in `{0}` is incomplete for its algorithm.', name));
      case 'not-a-jwt': {
        // A bare or misplaced key is another cause.
        const evidence = phrase(
          'The token in `{0}` is not a JWT: it has {1} parts joined by dots, and a JWT has three.',
          name,
          jwt.parts,
        );
        const isOther = [authSchemeMissing, authKeyInWrongHeader].some(
          (fact) => fact.test(reading, undefined).holds === true,
        );
        return isOther ? unknown(evidence) : holds(evidence);
      }
    }
  },
};

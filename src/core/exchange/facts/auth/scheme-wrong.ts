import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { acceptedSchemes, authorizationOf, isCatalogued } from './scheme';
import { refusesValue } from './refuses-value';

export const authSchemeWrong: Fact = {
  name: 'auth.schemeWrong',
  about: 'The scheme in Authorization is not one that the API, or the challenge, takes.',
  test(reading) {
    const scheme = authorizationOf(reading)?.scheme;
    if (scheme === undefined) return fails();
    const accepted = acceptedSchemes(reading);
    if (!accepted) {
      const { jwt } = reading;
      // Where nobody says what is taken, a JWT as `Bearer` is as it should be (RFC 6750 §2.1).
      return /^bearer$/i.test(scheme) && jwt?.payload && jwt.credential.source === 'authorization'
        ? fails(phrase('`Authorization` carries a JWT as `Bearer`.'))
        : unknown();
    }
    if (accepted.some((each) => each.toLowerCase() === scheme.toLowerCase()))
      return fails(phrase('The scheme is `{0}`, as expected.', scheme));
    const evidence = phrase('The scheme is `{0}`; {1} is expected.', scheme, list(accepted));
    // Not every challenge names all schemes: who finds the key invalid has read it.
    return !isCatalogued(reading) && reading.words.messages.some(refusesValue)
      ? unknown(evidence)
      : holds(evidence);
  },
};

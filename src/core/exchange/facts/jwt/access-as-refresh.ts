import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { asText, own } from '../../readings/json-path';
import { decodedInBody, noneInBody } from './body-tokens';
import { kindClaims } from './refresh-as-access';

export const jwtAccessAsRefresh: Fact = {
  name: 'jwt.accessAsRefresh',
  about: 'The JWT that the body hands in as a refresh token says that it is an access token.',
  test(reading) {
    const handedIn = decodedInBody(reading).filter(({ credential }) => /^refresh/i.test(credential.name));
    if (handedIn.length === 0) return noneInBody(reading);
    const kinds = handedIn.flatMap(({ payload }) =>
      kindClaims.flatMap((name) => {
        const kind = asText(own(payload, name));
        return kind === undefined ? [] : [{ name, kind }];
      }),
    );
    const access = kinds.find(({ kind }) => /^access/i.test(kind));
    if (access && !kinds.some(({ kind }) => /refresh/i.test(kind)))
      return holds(phrase("The token's `{0}` is `{1}`.", access.name, access.kind));
    return kinds.length === 0
      ? unknown()
      : fails(phrase('The token in the body is a {0}.', list(kinds.map(({ kind }) => kind))));
  },
};

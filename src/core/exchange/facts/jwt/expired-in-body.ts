import { instant, phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { serverNow } from '../../readings/server-clock';
import { decodedInBody, noneInBody } from './body-tokens';
import { dateClaim } from './times';

export const jwtExpiredInBody: Fact = {
  name: 'jwt.expiredInBody',
  about: 'A JWT in the body (a refresh token, an assertion, a token to be verified) has expired.',
  test(reading) {
    const tokens = decodedInBody(reading);
    // Only the server knows when an opaque one ends.
    const isOpaque = reading.credentials.some(
      ({ source, name, token }) => source === 'body' && /^refresh/i.test(name) && !token.startsWith('eyJ'),
    );
    if (tokens.length === 0) return isOpaque ? unknown() : noneInBody(reading);
    const now = serverNow(reading);
    for (const { credential, payload } of tokens) {
      const exp = dateClaim(payload, 'exp');
      if (exp !== undefined && now >= exp)
        return holds(
          phrase(
            'The `exp` of the JWT in `{0}` is {1}, {2} ago.',
            credential.name,
            instant(exp),
            span(now - exp),
          ),
        );
    }
    return fails(phrase('No JWT in the body has expired.'));
  },
};

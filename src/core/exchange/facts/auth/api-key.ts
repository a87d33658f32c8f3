import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { authorizationKinds, isPassword, takesToken } from '../../readings/credentials';
import { isSignature, looksLikeKey } from '../../readings/kinds-of-credentials';

/** An answer that found a key, and did not like it. */
const refusesKey =
  /\b(?:invalid|unknown|incorrect|expired|revoked|wrong|inactive|disabled) api[ _-]?key\b|\bapi[ _-]?key\b[^.]{0,60}\b(?:invalid|not valid|expired|revoked|unknown|incorrect|inactive|disabled)\b/i;

export const authApiKey: Fact = {
  name: 'auth.apiKey',
  about:
    'The credential is an API key: in a header field or parameter for keys, or under a scheme that says so.',
  test(reading) {
    const { credentials, jwt, words } = reading;
    // Some APIs take their keys as `Bearer`: the catalog says so, or the answer, or the key itself.
    const takesKeys =
      authorizationKinds(reading).some(({ scheme }) => scheme === 'api-key') ||
      words.messages.some((message) => refusesKey.test(message));
    const key = credentials.find(
      (each) =>
        // Beside a token it is an addition, as gateways want one.
        jwt?.credential.source !== 'authorization' &&
        each !== jwt?.credential &&
        !isSignature(each) &&
        (looksLikeKey(each) ||
          (each.source === 'authorization' && takesKeys && takesToken(each.scheme) && !isPassword(each)) ||
          ((each.source === 'key-header' || each.source === 'query') && !/token|jwt/i.test(each.name))),
    );
    return key ? holds(phrase('An API key was sent in `{0}`.', key.name)) : fails();
  },
};

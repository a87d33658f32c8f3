import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { authorizationKinds, takesToken } from '../../readings/credentials';

export const authApiKey: Fact = {
  name: 'auth.apiKey',
  about:
    'The credential is an API key: in a header field or parameter for keys, or under a scheme that says so.',
  test(reading) {
    const { credentials, jwt } = reading;
    // Some APIs take their keys as `Bearer`.
    const isKeyScheme = (scheme = ''): boolean =>
      /^(?:api-?key|key)$/i.test(scheme) ||
      (takesToken(scheme) && authorizationKinds(reading).some((kind) => kind.scheme === 'api-key'));
    const key = credentials.find(
      ({ source, name, scheme }) =>
        (source === 'authorization' && isKeyScheme(scheme)) ||
        ((source === 'key-header' || source === 'query') && !/token|jwt|signature|^sig$/i.test(name)),
    );
    return key && key !== jwt?.credential
      ? holds(phrase('An API key was sent in `{0}`.', key.name))
      : fails();
  },
};

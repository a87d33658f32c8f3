import { phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { asText, own } from '../../readings/json-path';
import { claimsOf, dateClaim } from './times';

/** Claims that name a token's purpose: SimpleJWT, Keycloak, Cognito, Flask-JWT-Extended and others. */
export const kindClaims = [
  'token_type',
  'typ',
  'type',
  'token_use',
  'tokenType',
  'use',
  'kind',
  'grant_type',
];

export const jwtRefreshAsAccess: Fact = {
  name: 'jwt.refreshAsAccess',
  about: 'The token says that it is a refresh token.',
  test(reading) {
    const read = claimsOf(reading);
    if ('finding' in read) return read.finding;
    const { claims } = read;
    for (const name of kindClaims) {
      const kind = asText(own(claims, name)) ?? '';
      if (/refresh/i.test(kind)) return holds(phrase("The token's `{0}` is `{1}`.", name, kind));
      if (/^(?:access|bearer|at\+jwt)/i.test(kind))
        return fails(phrase("The token's `{0}` is `{1}`.", name, kind));
    }
    const type = asText(own(reading.jwt?.header, 'typ')) ?? '';
    if (/refresh/i.test(type)) return holds(phrase("The token's `{0}` is `{1}`.", 'typ', type));
    if (/^at\+jwt$/i.test(type)) return fails(phrase("The token's `{0}` is `{1}`.", 'typ', type));
    const [exp, iat] = [dateClaim(claims, 'exp'), dateClaim(claims, 'iat')];
    const known = reading.api?.authentication?.find(({ refreshLifetime }) => refreshLifetime !== undefined);
    if (exp !== undefined && iat !== undefined && known?.refreshLifetime !== undefined) {
      const lifetime = exp - iat;
      if (lifetime === known.refreshLifetime * 1000 && lifetime !== (known.accessLifetime ?? 0) * 1000) {
        return unknown(phrase('The token lives for {0}, as refresh tokens of this API do.', span(lifetime)));
      }
    }
    return unknown();
  },
};

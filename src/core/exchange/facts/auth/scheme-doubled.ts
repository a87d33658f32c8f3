import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import type { Credential } from '../../readings/credentials';
import { authorizationOf } from './scheme';

/** The token without a second scheme before it. */
export function withoutSecondScheme({ scheme, token }: Credential): string {
  const first = /^(\S+?):?\s+/.exec(token);
  return scheme !== undefined && first?.[1]?.toLowerCase() === scheme.toLowerCase().replace(/:$/, '')
    ? token.slice(first[0].length)
    : token;
}

export const authSchemeDoubled: Fact = {
  name: 'auth.schemeDoubled',
  about: 'The scheme stands twice: `Bearer Bearer …`.',
  test(reading) {
    const authorization = authorizationOf(reading);
    if (!authorization || withoutSecondScheme(authorization) === authorization.token)
      return fails(phrase('No scheme is written twice.'));
    return holds(phrase('`Authorization` starts with `{0} {0}`.', authorization.scheme ?? ''));
  },
};

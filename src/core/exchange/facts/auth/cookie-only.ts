import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

export const authCookieOnly: Fact = {
  name: 'auth.cookieOnly',
  about: 'Only a cookie carries a credential.',
  test({ credentials }) {
    const [first] = credentials;
    if (!first) return fails();
    return first.source === 'cookie'
      ? holds(phrase('The request carries a `Cookie` and no other credential.'))
      : fails();
  },
};

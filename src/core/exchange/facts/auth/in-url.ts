import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const authInUrl: Fact = {
  name: 'auth.inUrl',
  about: 'A key, token or signature is in the query of the URL.',
  test({ credentials, url }) {
    if (!url) return unknown();
    const found = credentials.find(({ source, token }) => source === 'query' && token !== '');
    return found ? holds(phrase('The URL carries a credential: `{0}`.', found.name)) : fails();
  },
};

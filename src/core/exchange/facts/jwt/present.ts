import { list, phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

export const jwtPresent: Fact = {
  name: 'jwt.present',
  about: 'The request carries a JSON Web Token whose claims can be read.',
  test({ jwt }) {
    if (!jwt?.payload) return fails();
    return holds(
      phrase(
        '`{0}` carries a JWT with the claims {1}.',
        jwt.credential.name,
        list(Object.keys(jwt.payload).slice(0, 20)),
      ),
    );
  },
};

import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { isPassword, passwordName } from '../../readings/credentials';

export const authPassword: Fact = {
  name: 'auth.password',
  about: 'The credential is a user name with a password, or a client with its secret.',
  test({ credentials, requestBody: { json, kind } }) {
    const password = credentials.find(isPassword);
    if (password) return holds(phrase('A user name and a password were sent in `{0}`.', password.name));
    const inBody = credentials.find(({ source, name }) => source === 'body' && passwordName.test(name));
    const token = credentials.find(({ source }) => source === 'authorization' || source === 'key-header');
    // Beside a token it may be what is to be stored.
    if (inBody) return token ? unknown() : holds(phrase('The body holds `{0}`.', inBody.name));
    if (token) return fails(phrase('The credential is a token or key in `{0}`.', token.name));
    return json === undefined && kind !== 'form' && kind !== 'large' ? fails() : unknown();
  },
};

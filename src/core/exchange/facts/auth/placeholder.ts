import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { readBasic } from '../../readings/basic';
import { isStandIn, mayBeStandIn } from '../../readings/placeholder';

export const authPlaceholder: Fact = {
  name: 'auth.placeholder',
  about:
    'A word that documentation writes for a credential of one’s own, such as `<token>` or `YOUR_API_KEY`, was sent.',
  test(reading) {
    for (const { source, name, token } of reading.credentials) {
      if (source === 'cookie' || source === 'body') continue;
      if (isStandIn(token)) return holds(phrase('`{0}` holds a placeholder and no credential.', name));
    }
    const { user = '', password = '' } = readBasic(reading) ?? {};
    if (isStandIn(password)) return holds(phrase('The password is a placeholder.'));
    if (/^user(?:name)?$/i.test(user) && /^pass(?:word)?$/i.test(password))
      return unknown(
        phrase('The user name and the password are placeholder words, such as `user` and `password`.'),
      );
    const perhaps = reading.credentials.find(
      ({ source, token }) => source !== 'cookie' && source !== 'body' && mayBeStandIn(token),
    );
    if (perhaps) return unknown(phrase('The value of `{0}` reads like a placeholder.', perhaps.name));
    return fails(phrase('No placeholder was sent in place of the credential.'));
  },
};

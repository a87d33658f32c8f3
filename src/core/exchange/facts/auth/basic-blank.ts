import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { hasKeyMark } from '../../readings/kinds-of-credentials';
import { readBasic } from '../../readings/basic';

export const authBasicBlank: Fact = {
  name: 'auth.basicBlank',
  about: 'The user name or the password of the scheme Basic is empty, or has white space around it.',
  test(reading) {
    const { user, password } = readBasic(reading) ?? {};
    if (user === undefined || password === undefined) return fails();
    if (user === '') return holds(phrase('The user name is empty.'));
    if (user !== user.trim()) return holds(phrase('There is white space around the user name.'));
    // Services that take a key as the user name want the password empty.
    if (password === '') return hasKeyMark(user) ? fails() : holds(phrase('The password is empty.'));
    return password === password.trim()
      ? fails(phrase('Neither user name nor password is empty or has white space around it.'))
      : holds(phrase('There is white space around the password.'));
  },
};

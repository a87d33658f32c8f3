import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { readBasic } from '../../readings/basic';
import { isPlaceholder } from '../../readings/placeholder';

export const authBasicMalformed: Fact = {
  name: 'auth.basicMalformed',
  about: 'What follows `Basic` is not the base64 of a user name, a colon and a password (RFC 7617 §2).',
  test(reading) {
    const basic = readBasic(reading);
    if (!basic || isPlaceholder(basic.credential.token)) return fails();
    const { name } = basic.credential;
    if (!basic.isBase64) return holds(phrase('What follows `Basic` in `{0}` is not base64.', name));
    return basic.password === undefined
      ? holds(phrase('What follows `Basic` in `{0}` decodes to a text without a colon.', name))
      : fails(phrase('What follows `Basic` decodes to a user name and a password.'));
  },
};

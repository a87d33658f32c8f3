import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { readBasic } from '../../readings/basic';

export const authBasicNotAscii: Fact = {
  name: 'auth.basicNotAscii',
  about:
    'The user name or password of the scheme Basic has characters that charsets write differently (RFC 7617 §2.1).',
  test(reading) {
    const basic = readBasic(reading);
    if (!basic?.isBase64) return fails();
    const charset = reading.challenges.find(({ scheme }) => /^basic$/i.test(scheme))?.parameters['charset'];
    if (basic.isAscii) return fails(phrase('User name and password are plain ASCII.'));
    return holds(
      charset === undefined
        ? phrase('User name or password holds letters beyond ASCII; the challenge names no charset.')
        : phrase('User name or password holds letters beyond ASCII; the challenge wants {0}.', charset),
    );
  },
};

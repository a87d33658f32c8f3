import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { readBasic } from '../../readings/basic';
import { environmentIn, isProduction, markOfKey } from '../../readings/environment';

export const authKeyEnvironmentMismatch: Fact = {
  name: 'auth.keyEnvironmentMismatch',
  about:
    'The key is marked as a live one and the host is one for tests, or the reverse: `sk_live_…` at a sandbox.',
  test(reading) {
    const { credentials, url } = reading;
    const sent = credentials.filter(({ source }) => source !== 'cookie');
    if (sent.length === 0 || !url) return fails();
    const { user = '', password = '' } = readBasic(reading) ?? {};
    for (const text of [...sent.map(({ token }) => token), user, password]) {
      const mark = markOfKey(text);
      if (!mark) continue;
      const evidence = phrase('The key begins with `{0}`, the request goes to `{1}`.', mark.text, url.host);
      const host = environmentIn(url.hostname);
      if (host === undefined) return unknown(evidence);
      return isProduction(host) === isProduction(mark.environment) ? fails(evidence) : holds(evidence);
    }
    return unknown();
  },
};

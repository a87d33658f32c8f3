import { factNamed } from '../../exchange/facts/index';
import { phrase } from '../../text/phrase';
import { outcomeOf } from '../outcome';
import type { ProbeKind } from '../probe';
import { variation } from '../same-server';

/** http where https was spoken, and the reverse: to an origin of its own, so that no credential goes there. */
export const otherScheme: ProbeKind = {
  id: 'other-scheme',
  find({ reading }) {
    const { url, failure } = reading;
    const wrong = factNamed('tls.wrongVersion')?.test(reading, undefined as never).holds;
    if (!url || (wrong !== true && !(wrong === 'unknown' && failure))) return [];
    const target = new URL(url);
    target.protocol = url.protocol === 'https:' ? 'http:' : 'https:';
    // The default port of the one is not spoken by the other.
    target.port = url.port;
    const scheme = target.protocol.slice(0, -1);
    return [
      {
        title: phrase('Try it over `{0}`', scheme),
        change: phrase('The scheme is `{0}`, and no credential is sent.', scheme),
        target: variation(reading, { url: target, method: 'HEAD' }),
        unsafe: false,
        facts: ['tls.wrongVersion'],
      },
    ];
  },
  judge(before, after) {
    const stillWrong = factNamed('tls.wrongVersion')?.test(after, undefined as never).holds === true;
    return after.answer && !stillWrong
      ? {
          text: phrase(
            'With the other scheme there is an answer: {0} became {1}.',
            outcomeOf(before),
            outcomeOf(after),
          ),
          verdict: 'confirmed',
        }
      : {
          text: phrase('With the other scheme there is no good answer either: {0}.', outcomeOf(after)),
          verdict: 'ruled-out',
        };
  },
};

import { phrase } from '../../text/phrase';
import { outcomeOf } from '../outcome';
import type { ProbeKind } from '../probe';
import { variation } from '../same-server';

/** The addresses that `localhost` may stand for (RFC 6761 §6.3), one at a time; none of them gets the credential. */
export const loopbackAddress: ProbeKind = {
  id: 'loopback-address',
  find({ reading }) {
    const { url, failure } = reading;
    if (url?.hostname !== 'localhost' || !failure || !reading.sent) return [];
    return ['127.0.0.1', '[::1]'].map((address) => {
      const target = new URL(url);
      target.hostname = address;
      return {
        title: phrase('Try it at `{0}`', address),
        change: phrase(
          'The host is `{0}` instead of `{1}`, and no credential is sent.',
          address,
          'localhost',
        ),
        target: variation(reading, { url: target, method: 'HEAD' }),
        unsafe: false,
        facts: ['network.localhostFamily'],
      };
    });
  },
  judge: (before, after) =>
    after.answer
      ? {
          text: phrase(
            'At this address there is an answer: {0} became {1}.',
            outcomeOf(before),
            outcomeOf(after),
          ),
          verdict: 'confirmed',
        }
      : { text: phrase('At this address there is no answer either: {0}.', outcomeOf(after)) },
};

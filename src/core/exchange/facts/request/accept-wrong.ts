import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { acceptedRanges, rangeCovers } from '../../readings/media-type';

export const requestAcceptWrong: Fact = {
  name: 'request.acceptWrong',
  about: 'Accept leaves out what the server can send (RFC 9110 §15.5.7).',
  test({ requestFields, answer, answerBody }) {
    const accept = requestFields.get('accept');
    if (accept === undefined) return fails(phrase('No `Accept` was sent, which takes anything.'));
    const evidence = phrase('`Accept` is `{0}`.', accept);
    const ranges = acceptedRanges(accept);
    if (ranges.some((range) => range === '*/*' || range === '*')) return fails(evidence);
    if (!answer) return unknown(evidence);
    if (answer.status === 406) {
      // A 406 may also be about the language or the charset.
      const others = ['accept-language', 'accept-charset'].some((name) => requestFields.has(name));
      return others ? unknown(evidence) : holds(evidence);
    }
    const type = answerBody.mediaType;
    if (type === undefined || ranges.some((range) => rangeCovers(range, type))) return fails(evidence);
    return unknown(phrase('`Accept` is `{0}`, the answer is `{1}`.', accept, type));
  },
};

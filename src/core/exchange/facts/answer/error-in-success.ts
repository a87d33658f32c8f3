import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const answerErrorInSuccess: Fact = {
  name: 'answer.errorInSuccess',
  about: 'The status is good, and the body reports an error.',
  test({ answer, errorInSuccess: { truth, sign } }) {
    if (!answer) return unknown();
    const evidence =
      sign === undefined
        ? undefined
        : phrase('The status is {0}, and the body says `{1}`.', answer.status, sign);
    if (truth === 'unknown') return unknown(evidence);
    return truth ? holds(evidence) : fails();
  },
};

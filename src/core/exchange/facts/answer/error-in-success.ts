import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const answerErrorInSuccess: Fact = {
  name: 'answer.errorInSuccess',
  about: 'The status is good, and the body reports an error.',
  test({ answer, errorInSuccess: { truth, sign }, words }) {
    if (!answer) return unknown();
    const said = truth === true ? (words.message ?? words.code) : undefined;
    const evidence =
      sign === undefined
        ? undefined
        : said === undefined
          ? phrase('The status is {0}, and the body says `{1}`.', answer.status, sign)
          : phrase('The status is {0}, and the body says `{1}`: {2}', answer.status, sign, said);
    if (truth === 'unknown') return unknown(evidence);
    return truth ? holds(evidence) : fails();
  },
};

import { phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { checkNumber } from './parameters';

export const givenSlowerThan: Fact<number> = {
  name: 'slowerThan',
  about: 'The exchange took more than this many milliseconds.',
  checkParameter: checkNumber,
  test({ exchange: { timings }, sent }, milliseconds) {
    if (!sent) return unknown();
    const evidence = phrase('The exchange took {0}.', span(timings.total));
    return timings.total > milliseconds ? holds(evidence) : fails(evidence);
  },
};

export const givenAnswerLargerThan: Fact<number> = {
  name: 'answerLargerThan',
  about: 'The body of the answer has more than this many bytes.',
  checkParameter: checkNumber,
  test({ answer }, bytes) {
    if (!answer) return unknown();
    const { size, capped, truncated } = answer.body;
    const evidence = phrase('The body of the answer has {0} bytes.', size);
    if (size > bytes) return holds(evidence);
    return capped || truncated ? unknown(evidence) : fails(evidence);
  },
};

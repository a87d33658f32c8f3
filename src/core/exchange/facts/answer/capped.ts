import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const answerCapped: Fact = {
  name: 'answer.capped',
  about: 'Only the first part of the answer was kept, because of the size limit here.',
  test({ answer }) {
    if (!answer) return unknown();
    return answer.body.capped
      ? holds(phrase('The answer has {0} bytes; only the first part was kept.', answer.body.size))
      : fails();
  },
};

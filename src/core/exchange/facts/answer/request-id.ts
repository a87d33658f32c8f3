import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const answerRequestId: Fact = {
  name: 'answer.requestId',
  about: 'The answer names the exchange by an id of its own.',
  test({ answer, words: { requestId } }) {
    if (!answer) return unknown();
    return requestId ? holds(phrase('`{0}` is `{1}`.', requestId.from, requestId.value)) : fails();
  },
};

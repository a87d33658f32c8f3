import { list, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const answerFieldErrors: Fact = {
  name: 'answer.fieldErrors',
  about: 'The answer names fields of the request that are wrong.',
  test({ answer, words }) {
    if (!answer) return unknown();
    if (words.fieldErrors.length === 0) return fails(phrase('The answer names no field.'));
    const errors = words.fieldErrors
      .slice(0, 10)
      .map(({ field, messages }) => `\`${field}\`: ${messages.join(' ')}`);
    return holds(phrase('{0}', list(errors)));
  },
};

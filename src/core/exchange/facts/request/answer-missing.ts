import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';

export const requestAnswerMissing: Fact = {
  name: 'request.answerMissing',
  about: 'A `{{variable}}` takes its value from the answer of another request, which has not run.',
  test({ exchange: { written } }) {
    const found = written?.unresolvedVariables.find(({ request }) => request !== undefined);
    return found
      ? holds(
          phrase(
            '`{0}` comes from the answer of the request `{1}`, which has not run.',
            `{{${found.name}}}`,
            found.request ?? '',
          ),
        )
      : fails();
  },
};

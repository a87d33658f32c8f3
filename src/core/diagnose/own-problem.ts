import { phrase, type Phrase } from '../text/phrase';
import type { Reading } from '../exchange/reading';

/** A problem in the words of this product, for what no catalog describes. */
export interface OwnProblem {
  readonly id: string;
  readonly title: Phrase;
  readonly summary: Phrase;
}

/** Names what is wrong where no catalog does; nothing where nothing is. */
export function ownProblem(reading: Reading): OwnProblem | undefined {
  const { answer, failure, words } = reading;
  const message = words.message ?? failure?.message;
  if (failure) {
    return {
      id: failure.code.toLowerCase(),
      title: phrase('No answer: {0}', failure.code),
      summary: summaryOf(message),
    };
  }
  if (!answer) return undefined;
  if (answer.status >= 400) {
    const title =
      answer.reason === ''
        ? phrase('The answer is {0}', answer.status)
        : phrase('The answer is {0} {1}', answer.status, answer.reason);
    const counted = answer.status < 500 ? '400 Bad Request' : '500 Internal Server Error';
    const summary = phrase(
      'No standard defines {0}: by its first digit it counts as {1}. {2}',
      answer.status,
      counted,
      summaryOf(message),
    );
    return { id: `status-${answer.status}`, title, summary };
  }
  if (reading.errorInSuccess.truth === true) {
    return {
      id: 'error-in-success',
      title: phrase('An error inside an answer with status {0}', answer.status),
      summary: summaryOf(message),
    };
  }
  return undefined;
}

const summaryOf = (message: string | undefined): Phrase =>
  message === undefined ? phrase('The answer says no more about it.') : phrase('It says: {0}', message);

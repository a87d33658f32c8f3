import { instant, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const rateLimitExhausted: Fact = {
  name: 'rateLimit.exhausted',
  about: 'The rate limit is used up: none remain, or the answer is 429.',
  test({ answer, rateLimit }) {
    if (!answer) return unknown();
    const { limit, remaining, resetAt, retryAt, field } = rateLimit ?? {};
    if (remaining === 0) {
      const until = retryAt ?? resetAt;
      if (limit !== undefined && until !== undefined) {
        return holds(
          phrase('None of {0} requests remain until {1} (`{2}`).', limit, instant(until), field ?? ''),
        );
      }
      return holds(
        limit === undefined
          ? phrase('No requests remain (`{0}`).', field ?? '')
          : phrase('None of {0} requests remain (`{1}`).', limit, field ?? ''),
      );
    }
    if (remaining !== undefined) {
      const evidence = phrase('{0} requests remain.', remaining);
      // More than one limit may apply, of which only one is shown.
      return answer.status === 429 ? unknown(evidence) : fails(evidence);
    }
    if (answer.status === 429) return holds(phrase('The answer is 429.'));
    return answer.status === 403 || answer.status === 503 ? unknown() : fails();
  },
};

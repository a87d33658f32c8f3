import { phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const rateLimitKnown: Fact = {
  name: 'rateLimit.known',
  about: 'The answer tells the limit or what remains of it.',
  test({ answer, rateLimit }) {
    if (!answer) return unknown();
    const { limit, remaining, window } = rateLimit ?? {};
    if (limit === undefined && remaining === undefined)
      return fails(phrase('The answer states no rate limit.'));
    if (remaining === undefined) return holds(phrase('The limit is {0} requests.', limit ?? 0));
    if (limit === undefined) return holds(phrase('{0} requests remain.', remaining));
    return holds(
      window === undefined
        ? phrase('{0} of {1} requests remain.', remaining, limit)
        : phrase('{0} of {1} requests in {2} remain.', remaining, limit, span(window)),
    );
  },
};

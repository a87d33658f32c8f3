import { instant, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const rateLimitRetryKnown: Fact = {
  name: 'rateLimit.retryKnown',
  about: 'The answer says when the request may be sent again.',
  test({ answer, rateLimit }) {
    if (!answer) return unknown();
    if (rateLimit?.retryAt === undefined) return fails(phrase('The answer does not say when to try again.'));
    const { retryAt, field, assumption } = rateLimit;
    return holds(
      assumption
        ? phrase('Try again at {0} (`{1}`, {2}).', instant(retryAt), field, assumption)
        : phrase('Try again at {0} (`{1}`).', instant(retryAt), field),
    );
  },
};

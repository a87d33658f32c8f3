import { phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { idempotencyKeyOf } from '../../readings/idempotency-key';

export const requestIdempotencyKeyReused: Fact = {
  name: 'request.idempotencyKeyReused',
  about: 'The idempotency key was sent before, with another body, method or URL.',
  test({ exchange: { request, earlier = [], startedAt }, api }) {
    const key = idempotencyKeyOf(request, api);
    if (!key) return fails(phrase('No idempotency key was sent.'));
    const other = earlier.find(
      ({ method, sameUrl, sameBody }) => !sameBody || !sameUrl || method !== request.method,
    );
    if (other)
      return holds(
        other.sameBody
          ? phrase(
              '`{0}` was sent {1} before with another request: {2} {3}.',
              key.header,
              span(startedAt - other.startedAt),
              other.method,
              other.path,
            )
          : phrase(
              '`{0}` was sent {1} before with another body.',
              key.header,
              span(startedAt - other.startedAt),
            ),
      );
    // Another client may have used it.
    return earlier.length > 0
      ? fails(phrase('`{0}` was sent before with the same request.', key.header))
      : unknown();
  },
};

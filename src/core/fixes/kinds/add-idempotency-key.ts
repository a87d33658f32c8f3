import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';

/** A key of its own for each time the request is sent: httpyac and REST Client make a UUID of `{{$guid}}`. */
export const addIdempotencyKey: FixKind = {
  id: 'add-idempotency-key',
  repairs: ['request.idempotencyKeyMissing', 'request.idempotencyKeyReused'],
  statuses: [400, 428],
  find({ reading, field, addField, edit }) {
    const asked = reading.words.messages.some((message) => /idempotency[- ]key/i.test(message));
    // Other faults of a body are answered so, too.
    if (reading.answer?.status === 400 && !asked) return [];
    const header = reading.api?.idempotency?.header ?? 'Idempotency-Key';
    const source = field(header);
    const value = '{{$guid}}';
    const edits = [source ? edit(source.value.start, source.value.end, value) : addField(header, value)];
    const title = source
      ? phrase('Change `{0}` to `{1}`', header, value)
      : phrase('Add `{0}: {1}`', header, value);
    return [{ title, certainty: asked ? 'sure' : 'probable', edits }];
  },
};

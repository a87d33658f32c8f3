import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const requestIdempotencyKeyMissing: Fact = {
  name: 'request.idempotencyKeyMissing',
  about: 'The request has no idempotency key where the API takes one.',
  test({ exchange: { request }, api, requestFields, words, answer, sent }) {
    const method = request.method.toUpperCase();
    const header = api?.idempotency?.header ?? 'Idempotency-Key';
    const key = requestFields.get(header)?.trim();
    if (key !== undefined && key !== '') return fails(phrase('`{0}` was sent.', header));
    if (
      /^(?:GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/.test(method) &&
      !api?.idempotency?.methods.includes(method)
    )
      return fails();
    if (!sent) return unknown();
    const asked =
      answer?.status === 400 && words.messages.some((message) => /idempotency[- ]key/i.test(message));
    if (asked || api?.idempotency?.methods.some((each) => each.toUpperCase() === method)) {
      return holds(phrase('The {0} was sent without `{1}`.', method, header));
    }
    return api?.idempotency ? fails() : unknown();
  },
};

import type { Api } from '../../catalog/catalog';
import type { SentRequest } from '../exchange';

/** The field that most APIs read a key from, and those that others do. */
const usualHeaders: readonly string[] = [
  'idempotency-key',
  'x-idempotency-key',
  'x-request-token',
  'paypal-request-id',
];

export interface IdempotencyKey {
  /** The name of the header field, as it was sent. */
  readonly header: string;
  readonly value: string;
}

/** The idempotency key of a request, by the API's own header field or a usual one. */
export function idempotencyKeyOf({ headers }: SentRequest, api?: Api): IdempotencyKey | undefined {
  const own = api?.idempotency?.header.toLowerCase();
  const found = headers.find(
    ([name, value]) =>
      value.trim() !== '' && (name.toLowerCase() === own || usualHeaders.includes(name.toLowerCase())),
  );
  return found && { header: found[0], value: found[1].trim() };
}

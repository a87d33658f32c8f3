import type { OwnFailure } from '../../core/exchange/exchange';

/** Why a request was not sent, or was not sent as far as its outcome matters. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: OwnFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

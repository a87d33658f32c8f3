import type { OwnFailure } from '../../core/exchange/exchange';
import { inEnglish } from '../../core/text/in-english';
import type { Phrase } from '../../core/text/phrase';

/** Why a request was not sent, or was not sent as far as its outcome matters. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: OwnFailure,
    readonly said: Phrase,
    options?: ErrorOptions,
  ) {
    super(inEnglish(said), options);
  }
}

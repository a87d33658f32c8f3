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

/** What another client runs and this one does not: never sent as it is written, which may hold a password. */
export const notRun = (said: Phrase): Refusal => new Refusal('UNSUPPORTED_SYNTAX', said);

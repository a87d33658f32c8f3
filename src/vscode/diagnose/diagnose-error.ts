import { plainNotice } from '../plain-notice';

/** Why there is no diagnosis at all; everything that was sent or refused on purpose gets one. */
export type DiagnoseReason =
  'untrusted' | 'no-request' | 'empty-file' | 'unreadable' | 'cancelled' | 'bad-argument';

/** A sentence for the user, and a reason for code. */
export class DiagnoseError extends Error {
  override readonly name = 'DiagnoseError';

  constructor(
    readonly reason: DiagnoseReason,
    message: string,
  ) {
    super(plainNotice(message));
  }
}

import { phrase, type Phrase } from '../core/text/phrase';
import { plainL10n } from '../core/text/language';
import { render } from '../core/text/render';

/** Why there is no exchange at all. */
export type RunErrorReason = 'no-request' | 'empty-file' | 'unreadable' | 'untrusted' | 'cancelled';

/** A request that could not even be built. `message` is one English sentence, `phrase` the same to translate. */
export class RunError extends Error {
  override readonly name = 'RunError';

  constructor(
    readonly reason: RunErrorReason,
    readonly phrase: Phrase,
    options?: ErrorOptions,
  ) {
    super('', options);
    this.message = render(phrase, plainL10n());
  }
}

/** No request stands at the line, which is zero-based. */
export const noRequest = (line: number): RunError =>
  new RunError(
    'no-request',
    phrase('There is no request at line {0}. Put the cursor into one and try again.', line + 1),
  );

export const emptyFile = (file: string): RunError =>
  new RunError(
    'empty-file',
    phrase('{0} is empty. Write a request such as GET https://example.com into it.', file),
  );

export const unreadableFile = (file: string, cause: unknown): RunError =>
  new RunError('unreadable', phrase('{0} cannot be read: check that it exists and is text.', file), {
    cause,
  });

export const untrusted = (): RunError =>
  new RunError(
    'untrusted',
    phrase('This workspace is not trusted, so nothing is sent from it. Trust it and try again.'),
  );

export const cancelled = (cause?: unknown): RunError =>
  new RunError('cancelled', phrase('The request was cancelled.'), { cause });

export const unanswered = (question: string): RunError =>
  new RunError(
    'cancelled',
    phrase(
      'The request asks for “{0}” and was given nothing, so it was not sent: run it again and answer.',
      question,
    ),
  );

export const disabled = (line: number): RunError =>
  new RunError(
    'no-request',
    phrase('The request at line {0} is disabled: remove its @disabled to run it.', line + 1),
  );

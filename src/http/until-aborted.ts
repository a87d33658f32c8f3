import { cancelled } from './run-error';

/**
 * What `work` comes to, or a RunError as soon as the signal says so. Some of httpyac's steps (waiting, asking, a
 * project's own configuration) cannot be cut short: nobody waits for them, and nothing is sent after.
 */
export function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(cancelled(signal.reason));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work
      .then(resolve, (error: unknown) => reject(signal.aborted ? cancelled(signal.reason) : error))
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

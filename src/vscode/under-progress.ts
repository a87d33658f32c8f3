import { ProgressLocation, window } from 'vscode';
import { plainNotice } from './plain-notice';

/** Works under a notification that can cancel it; nothing where the user did. `report` takes the percents that are done now. */
export function underProgress<Result>(
  title: string,
  work: (signal: AbortSignal, report: (increment: number) => void) => Promise<Result>,
): Promise<Result | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: plainNotice(title),
    cancellable: true,
  };
  return Promise.resolve(
    window.withProgress(options, async (progress, token) => {
      const controller = new AbortController();
      const { signal } = controller;
      const subscription = token.onCancellationRequested(() => controller.abort());
      try {
        const result = await work(signal, (increment) => progress.report({ increment }));
        return signal.aborted ? undefined : result;
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      } finally {
        subscription.dispose();
      }
    }),
  );
}

import { commands as vscodeCommands, Disposable, type ExtensionContext, l10n, window } from 'vscode';
import { type DiagnoseRun, originOf } from '../diagnose/diagnose-run';
import { commands } from '../ids';
import type { DiagnosisPanel } from '../panel/diagnosis-panel';
import { sayEdited } from './say-edited';
import { SendAfterWait } from './send-after-wait';

/** Two ways to send the last request again: once its API allows it, and with a new token. */
export function registerSendAgain(
  context: ExtensionContext,
  run: DiagnoseRun,
  panel: DiagnosisPanel,
): Disposable {
  const wait = new SendAfterWait(panel, (origin) => void run.diagnose(origin).catch(() => {}));

  const sendAfterWait = async (): Promise<void> => {
    const { last } = run;
    if (last?.diagnosis.retryAt) return wait.start(last, () => run.lastLines);
    void window.showInformationMessage(
      l10n.t(
        'The last answer does not say when to send the request again: diagnose one that reached its rate limit.',
      ),
    );
  };
  const refreshAndSend = async (): Promise<void> => {
    const { last } = run;
    if (!last?.canRefresh) {
      void window.showInformationMessage(
        l10n.t(
          'No catalog says how to refresh a token for the last request: diagnose one with a token that was refused.',
        ),
      );
      return;
    }
    if (!run.lastLines) return sayEdited();
    const { refreshFor } = await import('../engine.js');
    const transport = await refreshFor(last, context);
    if (!transport) return;
    // Only the request that was refused, which what was edited or diagnosed meanwhile is not.
    const origin = run.last === last && run.lastLines && run.placeOf(originOf(last));
    if (!origin) return sayEdited();
    // The panel says what went wrong, if anything did.
    await run.diagnose(origin, transport).catch(() => {});
  };

  return Disposable.from(
    wait,
    vscodeCommands.registerCommand(commands.refreshAndSend, refreshAndSend),
    vscodeCommands.registerCommand(commands.sendAfterWait, sendAfterWait),
    vscodeCommands.registerCommand(commands.stopWaiting, () => wait.stop()),
  );
}

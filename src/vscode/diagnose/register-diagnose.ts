import { commands as vscodeCommands, Disposable, env, l10n, languages, window, workspace } from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { commands, contextKeys } from '../ids';
import { FixCommands } from '../fixes/fix-commands';
import { createPanel } from '../panel/diagnosis-panel';
import { SendAfterWait } from '../send-again/send-after-wait';
import type { Services } from '../services';
import { showBody } from './body-document';
import type { Diagnosed } from './diagnose-request';
import { DiagnoseRun, originOf } from './diagnose-run';
import { DiagnoseLenses } from './lenses';
import { OutcomeBook } from './outcome-book';
import { showInProblemsView } from './problems-view';

export interface DiagnoseFeature extends Disposable {
  /** `apiTroubleshooter.diagnoseRequest`, with the typed `DiagnoseError` that a command cannot carry. */
  diagnoseRequest(argument?: unknown): Promise<Diagnosis>;
}

/** Diagnosing `.http` requests: lens, command, panel, Problems view, report. */
export function registerDiagnose(services: Services): DiagnoseFeature {
  const book = new OutcomeBook();
  const run = new DiagnoseRun(services, book);

  const panel = createPanel(services.context.extensionUri, (message, { origin, page }) => {
    switch (message.type) {
      case 'runAgain':
        return void vscodeCommands.executeCommand(commands.diagnoseRequest, run.placeOf(origin));
      case 'copyReport':
        return void vscodeCommands.executeCommand(commands.copySupportReport);
      case 'openReport':
        return void vscodeCommands.executeCommand(commands.openSupportReport);
      case 'openPage':
        return void (page && vscodeCommands.executeCommand(commands.showProblem, page));
      case 'openBody':
        return void showBody(run.last, message.body, message.raw === true);
      case 'cancel':
        return run.cancel();
      case 'sendAfterWait':
        return void waitAndSend();
      case 'stopWaiting':
        return wait.stop();
      case 'refreshAndSend':
        return void refreshAndSend();
      case 'compare':
        return void compare();
      case 'ready':
      case 'checkHealth':
      case 'runProbe':
        return;
      case 'applyFix':
        return void fixes.applyShown(message.id, message.runAgain).catch(() => {});
    }
  });
  run.showIn(panel);
  const fixes = new FixCommands(run, book);
  const wait = new SendAfterWait(panel, (origin) => void run.diagnose(origin).catch(() => {}));

  const lastOne = (): Diagnosed => {
    if (!run.last) throw new Error(l10n.t('Diagnose a request first: the report is about the last one.'));
    return run.last;
  };
  const waitAndSend = async (): Promise<void> => {
    const { last, lastLines } = run;
    if (!last?.diagnosis.retryAt || !lastLines)
      return void window.showInformationMessage(
        l10n.t('The last answer does not say when to send it again.'),
      );
    await wait.start(last, lastLines);
  };
  const refreshAndSend = async (): Promise<void> => {
    const { last } = run;
    const origin = last && run.placeOf(originOf(last));
    if (!last?.canRefresh || !origin) {
      void window.showInformationMessage(
        l10n.t('No catalog knows how to refresh a token for the last request.'),
      );
      return;
    }
    const { refreshFor } = await import('../send-again/refresh-and-send.js');
    const transport = await refreshFor(last, services.context);
    if (transport) await run.diagnose(origin, transport).catch(() => {});
  };

  const compare = async (): Promise<void> => {
    const { last } = run;
    if (!last) throw new Error(l10n.t('Diagnose a request first: it is what others are compared with.'));
    const history = await run.history();
    const { pickSnapshot } = await import('../history/pick-snapshot.js');
    const chosen = await pickSnapshot(history.others(last), last.diagnosis.request);
    if (chosen) await run.show(last, history.changes(last, chosen), 'changes');
  };

  const registered = Disposable.from(
    panel,
    book,
    run,
    showInProblemsView(book),
    languages.registerCodeLensProvider({ language: 'http' }, new DiagnoseLenses(book)),
    vscodeCommands.registerCommand(commands.diagnoseRequest, (argument: unknown) => run.diagnose(argument)),
    vscodeCommands.registerCommand(commands.copySupportReport, async () => {
      await env.clipboard.writeText(lastOne().diagnosis.report);
      void window.showInformationMessage(
        l10n.t('The report is on the clipboard; secrets are left out of it.'),
      );
    }),
    vscodeCommands.registerCommand(commands.openSupportReport, async () => {
      const content = lastOne().diagnosis.report;
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    }),
    vscodeCommands.registerCommand(commands.compareDiagnoses, compare),
    vscodeCommands.registerCommand(commands.refreshAndSend, refreshAndSend),
    vscodeCommands.registerCommand(commands.sendAfterWait, waitAndSend),
    vscodeCommands.registerCommand(commands.stopWaiting, () => wait.stop()),
    wait,
    fixes,
    run.onDidDiagnose(() => void vscodeCommands.executeCommand('setContext', contextKeys.hasDiagnosis, true)),
    workspace.onDidGrantWorkspaceTrust(() => book.refresh()),
  );
  return { diagnoseRequest: (argument) => run.diagnose(argument), dispose: () => registered.dispose() };
}

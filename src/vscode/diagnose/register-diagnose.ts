import { commands as vscodeCommands, Disposable, env, l10n, languages, window, workspace } from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { ChosenEnvironment } from '../environment/chosen-environment';
import { registerEnvironment } from '../environment/register-environment';
import { registerHealth } from '../health/register-health';
import { registerCompare } from '../history/register-compare';
import { commands, contextKeys } from '../ids';
import { FixCommands } from '../fixes/fix-commands';
import { createPanel } from '../panel/diagnosis-panel';
import type { PanelMessage } from '../panel/protocol';
import { registerSendAgain } from '../send-again/register-send-again';
import { sayEdited } from '../send-again/say-edited';
import { runShownProbe } from '../probes/run-shown-probe';
import { registerRequestTree } from '../requests/register-request-tree';
import type { Services } from '../services';
import { showBody } from './body-document';
import type { DiagnoseError } from './diagnose-error';
import type { Diagnosed } from './diagnose-request';
import { DiagnoseRun } from './diagnose-run';
import { DiagnoseLenses } from './lenses';
import { OutcomeBook } from './outcome-book';
import { showInProblemsView } from './problems-view';

export interface DiagnoseFeature extends Disposable {
  /** `apiTroubleshooter.diagnoseRequest`, with the typed `DiagnoseError` that a command cannot carry. */
  diagnoseRequest(argument?: unknown): Promise<Diagnosis>;
}

/** Buttons of the panel that do what a command does. */
const commandOf: Readonly<Partial<Record<PanelMessage['type'], string>>> = {
  copyReport: commands.copySupportReport,
  openReport: commands.openSupportReport,
  sendAfterWait: commands.sendAfterWait,
  stopWaiting: commands.stopWaiting,
  refreshAndSend: commands.refreshAndSend,
  compare: commands.compareDiagnoses,
  checkHealth: commands.checkHealth,
};

/** Diagnosing `.http` requests: lens, command, panel, Problems view, report. */
export function registerDiagnose(services: Services): DiagnoseFeature {
  const book = new OutcomeBook();
  const environment = new ChosenEnvironment(services.context.workspaceState);
  const run = new DiagnoseRun(services, book, environment);

  const panel = createPanel(services.context.extensionUri, (message, { origin, page }) => {
    const command = commandOf[message.type];
    if (command !== undefined) return void vscodeCommands.executeCommand(command);
    if (message.type === 'runAgain') {
      const place = run.placeOf(origin);
      if (origin && !place) return sayEdited();
      return void vscodeCommands.executeCommand(commands.diagnoseRequest, place);
    }
    if (message.type === 'openPage')
      return void (page && vscodeCommands.executeCommand(commands.showProblem, page));
    if (message.type === 'openBody') return void showBody(run.last, message.body, message.raw === true);
    if (message.type === 'cancel') return run.cancel();
    if (message.type === 'applyFix')
      return void fixes.applyShown(message.id, message.runAgain).catch(() => {});
    if (message.type === 'runProbe') return void runShownProbe(run, services, message.id);
  });
  run.showIn(panel);
  const fixes = new FixCommands(run, book);
  const lastOne = (): Diagnosed => {
    if (!run.last) throw new Error(l10n.t('Diagnose a request first: the report is about the last one.'));
    return run.last;
  };
  const registered = Disposable.from(
    panel,
    book,
    run,
    showInProblemsView(book),
    languages.registerCodeLensProvider({ language: 'http' }, new DiagnoseLenses(book)),
    vscodeCommands.registerCommand(commands.diagnoseRequest, (argument: unknown) =>
      run.diagnose(argument).catch(unlessCancelled),
    ),
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
    registerRequestTree(book),
    registerEnvironment(environment),
    registerCompare(run),
    registerHealth(services, run, panel),
    registerSendAgain(services.context, run, panel),
    fixes,
    run.onDidDiagnose(() => void vscodeCommands.executeCommand('setContext', contextKeys.hasDiagnosis, true)),
    workspace.onDidGrantWorkspaceTrust(() => book.refresh()),
  );
  return { diagnoseRequest: (argument) => run.diagnose(argument), dispose: () => registered.dispose() };
}

/** A command that fails has VS Code show a dialog; what the user called off answers nothing, and the panel says why. */
function unlessCancelled(error: unknown): undefined {
  // Each bundle has a class of its own.
  if ((error as Partial<DiagnoseError> | undefined)?.reason === 'cancelled') return undefined;
  throw error;
}

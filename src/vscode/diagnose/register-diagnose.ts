import { commands as vscodeCommands, Disposable, env, l10n, languages, window, workspace } from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { commands, contextKeys } from '../ids';
import { createPanel } from '../panel/diagnosis-panel';
import type { Services } from '../services';
import { showBody } from './body-document';
import { DiagnoseRun } from './diagnose-run';
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

  const panel = createPanel(services.context.extensionUri, {
    runAgain: (origin) => void vscodeCommands.executeCommand(commands.diagnoseRequest, origin),
    copyReport: () => void vscodeCommands.executeCommand(commands.copySupportReport),
    openPage: (page) => page && void vscodeCommands.executeCommand(commands.showProblem, page),
    openBody: (body) => void showBody(run.last, body),
    cancel: () => run.cancel(),
  });
  run.showIn(panel);

  const registered = Disposable.from(
    panel,
    book,
    run,
    showInProblemsView(book),
    languages.registerCodeLensProvider({ language: 'http' }, new DiagnoseLenses(book)),
    vscodeCommands.registerCommand(commands.diagnoseRequest, (argument: unknown) => run.diagnose(argument)),
    vscodeCommands.registerCommand(commands.copySupportReport, async () => {
      if (!run.last) throw new Error(l10n.t('Diagnose a request first: the report is about the last one.'));
      await env.clipboard.writeText(run.last.diagnosis.report);
      void window.showInformationMessage(
        l10n.t('The report is on the clipboard; secrets are left out of it.'),
      );
    }),
    run.onDidDiagnose(() => void vscodeCommands.executeCommand('setContext', contextKeys.hasDiagnosis, true)),
    workspace.onDidGrantWorkspaceTrust(() => book.refresh()),
  );
  return { diagnoseRequest: (argument) => run.diagnose(argument), dispose: () => registered.dispose() };
}

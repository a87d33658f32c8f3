import { commands as vscodeCommands, type Disposable, l10n, workspace } from 'vscode';
import type { DiagnoseRun } from '../diagnose/diagnose-run';
import { commands } from '../ids';
import type { DiagnosisPanel } from '../panel/diagnosis-panel';
import type { Services } from '../services';

/** `checkHealth`: asks an API by several requests at once how it is, and shows the answers as a table. */
export function registerHealth(services: Services, run: DiagnoseRun, panel: DiagnosisPanel): Disposable {
  return vscodeCommands.registerCommand(commands.checkHealth, async () => {
    if (!workspace.isTrusted)
      throw new Error(
        l10n.t('This workspace is not trusted, so nothing is sent from it. Trust it and try again.'),
      );
    const [{ checkHealth }, { index }] = await Promise.all([import('../engine.js'), services.knowledge()]);
    const report = await checkHealth(index.apis, run.last, services.l10n);
    if (!report) return;
    const { healthView } = await import('../diagnose/panel-view.js');
    panel.show(healthView(report, services.l10n));
  });
}

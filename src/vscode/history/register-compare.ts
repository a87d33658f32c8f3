import { commands as vscodeCommands, type Disposable, l10n } from 'vscode';
import type { DiagnoseRun } from '../diagnose/diagnose-run';
import { commands } from '../ids';

/** `compareDiagnoses`: shows what is different between the last diagnosis and an earlier one that the user chooses. */
export function registerCompare(run: DiagnoseRun): Disposable {
  return vscodeCommands.registerCommand(commands.compareDiagnoses, async () => {
    const { last } = run;
    if (!last) throw new Error(l10n.t('Diagnose a request first: it is what others are compared with.'));
    const history = await run.history();
    const { pickSnapshot } = await import('./pick-snapshot.js');
    const chosen = await pickSnapshot(history.others(last), last.diagnosis.request);
    // Another may have ended while the user chose.
    const { last: now = last } = run;
    if (chosen) await run.show(now, history.changes(now, chosen), 'changes');
  });
}

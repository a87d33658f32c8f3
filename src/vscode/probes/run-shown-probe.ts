import { l10n, window, workspace } from 'vscode';
import { redactText } from '../../core/redact/redactor';
import type { DiagnoseRun } from '../diagnose/diagnose-run';
import type { Services } from '../services';
import { setting } from '../settings';

/** Sends a probe of the diagnosis that the panel shows, and shows there what it told. */
export async function runShownProbe(run: DiagnoseRun, services: Services, id: string): Promise<void> {
  const { last } = run;
  const probe = last?.probes.find((each) => each.id === id);
  if (!last || !probe) {
    void window.showInformationMessage(l10n.t('The tests are no longer kept: run the request again.'));
    return;
  }
  if (!workspace.isTrusted) return;
  try {
    const { sendOne } = await import('../engine.js');
    const diagnosis = await sendOne(last, probe, setting('request.timeout') * 1000, services.l10n);
    // What came in between is another diagnosis: this is not about it.
    if (diagnosis && run.last === last) await run.replace({ ...last, diagnosis });
  } catch (error) {
    void window.showErrorMessage(redactText(error instanceof Error ? error.message : String(error)));
  }
}

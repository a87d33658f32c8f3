import { l10n, window, workspace } from 'vscode';
import { redactText } from '../../core/redact/redactor';
import type { Diagnosed } from '../diagnose/diagnose-request';
import type { DiagnoseRun } from '../diagnose/diagnose-run';
import { plainNotice } from '../plain-notice';
import type { Services } from '../services';
import { setting } from '../settings';

/** Sends a probe of the diagnosis that the panel shows, and shows there what it told. */
export async function runShownProbe(run: DiagnoseRun, services: Services, id: string): Promise<void> {
  const { last } = run;
  // What came in between is another diagnosis, this is not about it; what else became known of this one stays.
  const current = (): Diagnosed | undefined => (run.last?.raw === last?.raw ? run.last : undefined);
  const probe = last?.probes.find((each) => each.id === id);
  if (!last || !probe) {
    void window.showInformationMessage(l10n.t('The tests are no longer kept: run the request again.'));
    return;
  }
  if (!workspace.isTrusted) return;
  try {
    const { sendOne } = await import('../engine.js');
    const known = await sendOne(current, probe, setting('request.timeout') * 1000, services.l10n);
    if (known) await run.replace(known);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(plainNotice(redactText(message)));
  }
}

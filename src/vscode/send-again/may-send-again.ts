import { l10n, window } from 'vscode';
import { plainNotice } from '../plain-notice';

/** Methods that change nothing on the server (RFC 9110 §9.2.1). */
const safe = /^(?:GET|HEAD|OPTIONS|TRACE)$/i;

/** Whether a request may be sent once more: what may change something is asked about. */
export async function maySendAgain(method: string, url: string): Promise<boolean> {
  if (safe.test(method)) return true;
  const send = l10n.t('Send again');
  const detail = plainNotice(l10n.t('{0} may take effect a second time.', `${method} ${url}`));
  const question = l10n.t('Send the request again?');
  return (await window.showWarningMessage(question, { modal: true, detail }, send)) === send;
}

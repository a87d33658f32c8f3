import { l10n, window } from 'vscode';
import { type RefreshPlan, withToken } from '../../core/refresh/refresh-request';
import type { Transport } from '../../http/transport/transport';

/** Methods that change nothing on the server (RFC 9110 §9.2.1). */
const safe = /^(?:GET|HEAD|OPTIONS|TRACE)$/i;

/** Whether a request may be sent once more: what may change something is asked about. */
export async function maySendAgain(method: string, url: string): Promise<boolean> {
  if (safe.test(method)) return true;
  const send = l10n.t('Send again');
  const detail = l10n.t('{0} may take effect a second time.', `${method} ${url}`);
  const question = l10n.t('Send the request again?');
  return (await window.showWarningMessage(question, { modal: true, detail }, send)) === send;
}

/**
 * Sends everything as `transport` does, but the refused request with the new token: a login that it refers to keeps
 * its own credential, and no other origin sees the token.
 */
export function sendWithToken(
  transport: Transport,
  refused: { readonly method: string; readonly url: string },
  { header, origin }: RefreshPlan,
  token: string,
): Transport {
  const path = new URL(refused.url).pathname;
  return (request, options) => {
    const url = new URL(request.url);
    const isRefused = request.method === refused.method && url.origin === origin && url.pathname === path;
    return transport(
      isRefused ? { ...request, headers: withToken(request.headers, header, token) } : request,
      options,
    );
  };
}

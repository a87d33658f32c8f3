import { type ExtensionContext, l10n, window } from 'vscode';
import { readExchange } from '../../core/exchange/read-exchange';
import { refreshOf } from '../../core/refresh/refresh-request';
import { send } from '../../http/transport/send';
import type { Transport } from '../../http/transport/transport';
import type { Diagnosed } from '../diagnose/diagnose-request';
import { tokenOf } from '../cancellation-token';
import { plainNotice } from '../plain-notice';
import { underProgress } from '../under-progress';
import { maySendAgain } from './may-send-again';
import { sendWithToken } from './send-with-token';
import { type AskForToken, type Refused, type TokenOwner, TokenRefresher } from './token-refresher';

let refresher: TokenRefresher | undefined;

/**
 * Gets a new token for a request that was refused, and answers the transport that sends the request with it; nothing
 * where the user declined or the server refused, which is said.
 */
export async function refreshFor(
  { raw, api, diagnosis }: Diagnosed,
  { secrets }: ExtensionContext,
): Promise<Transport | undefined> {
  const plan = refreshOf(readExchange(raw, api, Date.now()));
  if (!plan || !api) return undefined;
  const { method, url } = raw.request;
  if (!(await maySendAgain(method, diagnosis.request.url))) return undefined;
  const known = (refresher ??= new TokenRefresher(secrets, askForToken, send));
  const owner: TokenOwner = { api, environment: diagnosis.environment, plan };
  const title = l10n.t('Getting a new token for {0}…', api.name);
  const outcome = await underProgress(title, (signal) => known.refresh(owner, signal));
  if (outcome?.kind === 'token') return sendWithToken(send, { method, url }, plan, outcome.token);
  if (outcome?.kind === 'refused') void window.showErrorMessage(plainNotice(refusal(outcome)));
  return undefined;
}

const refusal = ({ outcome, detail }: Refused): string =>
  detail === ''
    ? l10n.t(
        'There is no new token: the refresh request was answered with {0}. Try again, or sign in to get another refresh token.',
        outcome,
      )
    : l10n.t(
        'There is no new token: the refresh request was answered with {0} ({1}). Try again, or sign in to get another refresh token.',
        outcome,
        detail,
      );

const askForToken: AskForToken = ({ api, environment, plan }, signal) => {
  const prompt =
    environment === undefined
      ? l10n.t('It is sent to {0} only, and kept in the secret storage.', plan.origin)
      : l10n.t(
          'For the environment {1}. It is sent to {0} only, and kept in the secret storage.',
          plan.origin,
          environment,
        );
  const title = plainNotice(l10n.t('Refresh token for {0}', api.name));
  const options = { title, prompt: plainNotice(prompt), password: true, ignoreFocusOut: true };
  return window.showInputBox(options, tokenOf(signal));
};

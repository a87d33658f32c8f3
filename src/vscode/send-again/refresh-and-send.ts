import { type ExtensionContext, l10n, ProgressLocation, window } from 'vscode';
import { readExchange } from '../../core/exchange/read-exchange';
import { refreshOf } from '../../core/refresh/refresh-request';
import { send } from '../../http/transport/send';
import type { Transport } from '../../http/transport/transport';
import type { Diagnosed } from '../diagnose/diagnose-request';
import { maySendAgain } from './may-send-again';
import { sendWithToken } from './send-with-token';
import { type TokenOwner, TokenRefresher } from './token-refresher';

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
  refresher ??= new TokenRefresher(secrets, askForToken, send);
  const owner: TokenOwner = { api, environment: diagnosis.environment, plan };
  const location = ProgressLocation.Notification;
  const title = l10n.t('Getting a new token for {0}…', api.name);
  const outcome = await window.withProgress(
    { location, title, cancellable: true },
    (_progress, cancelled) => {
      const controller = new AbortController();
      cancelled.onCancellationRequested(() => controller.abort());
      return (refresher as TokenRefresher).refresh(owner, controller.signal).catch((error: unknown) => {
        if (controller.signal.aborted) return { kind: 'declined' } as const;
        throw error;
      });
    },
  );
  if (outcome.kind === 'token') return sendWithToken(send, { method, url }, plan, outcome.token);
  if (outcome.kind === 'refused') {
    void window.showErrorMessage(
      outcome.detail === ''
        ? l10n.t(
            'There is no new token: the refresh request was answered with {0}. Try again, or sign in to get another refresh token.',
            outcome.outcome,
          )
        : l10n.t(
            'There is no new token: the refresh request was answered with {0} ({1}). Try again, or sign in to get another refresh token.',
            outcome.outcome,
            outcome.detail,
          ),
    );
  }
  return undefined;
}

const askForToken = ({ api, environment, plan }: TokenOwner) =>
  window.showInputBox({
    title: l10n.t('Refresh token for {0}', api.name),
    prompt:
      environment === undefined
        ? l10n.t('It is sent to {0} only, and kept in the secret storage.', plan.origin)
        : l10n.t(
            'For the environment {1}. It is sent to {0} only, and kept in the secret storage.',
            plan.origin,
            environment,
          ),
    password: true,
    ignoreFocusOut: true,
  });

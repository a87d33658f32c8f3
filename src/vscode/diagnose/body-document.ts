import { l10n, window, workspace } from 'vscode';
import type { Exchange } from '../../core/exchange/exchange';
import type { BodyName } from '../panel/protocol';
import type { Diagnosed } from './diagnose-request';

/**
 * Opens a body of the last exchange as a document, with its own language: without its secrets, or, where the user
 * insists, as it was.
 */
export async function showBody(last: Diagnosed | undefined, body: BodyName, raw: boolean): Promise<void> {
  if (!last) {
    void window.showInformationMessage(l10n.t('The body is no longer kept: run the request again.'));
    return;
  }
  if (raw && !(await wantsSecrets())) return;
  const content = bodyOf(raw ? last.raw : last.exchange, body);
  const language = /^\s*[[{]/.test(content)
    ? 'json'
    : /^\s*<(?:!doctype html|html)/i.test(content)
      ? 'html'
      : /^\s*</.test(content)
        ? 'xml'
        : 'plaintext';
  await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: true });
}

async function wantsSecrets(): Promise<boolean> {
  const open = l10n.t('Open with secrets');
  const detail = l10n.t(
    'Tokens, passwords and keys in it can be read by whoever sees the screen, and by other extensions.',
  );
  return (
    (await window.showWarningMessage(
      l10n.t('Open the body as it was, with its secrets?'),
      { modal: true, detail },
      open,
    )) === open
  );
}

const bodyOf = ({ request, outcome }: Exchange, body: BodyName): string =>
  (body === 'request' ? request.body?.text : outcome.kind === 'response' ? outcome.body.text : '') ?? '';

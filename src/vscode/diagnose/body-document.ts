import { l10n, window, workspace } from 'vscode';
import type { BodyName } from '../panel/protocol';
import type { Diagnosed } from './diagnose-request';

/** Opens a body of the last exchange as a document, with its own language: the answer's as it came, the request's redacted. */
export async function showBody(last: Diagnosed | undefined, body: BodyName): Promise<void> {
  const content = body === 'response' ? last?.body : last?.exchange.request.body?.text;
  if (content === undefined) {
    void window.showInformationMessage(l10n.t('The body is not kept any more: run the request again.'));
    return;
  }
  const language = /^\s*[[{]/.test(content)
    ? 'json'
    : /^\s*<(?:!doctype html|html)/i.test(content)
      ? 'html'
      : /^\s*</.test(content)
        ? 'xml'
        : 'plaintext';
  await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: true });
}

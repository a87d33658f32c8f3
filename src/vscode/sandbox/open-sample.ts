import { l10n, type TextDocument, window, workspace } from 'vscode';

/** Opens a new `.http` document with requests to the sandbox: one whose token has expired, one without, one that is good. */
export async function openSample(origin: string): Promise<TextDocument> {
  const answer = await fetch(`${origin}/_sandbox/tokens`);
  const { expired = '', valid = '' } = (await answer.json()) as Record<string, string>;
  const orders = `GET ${origin}/api/v1/orders`;
  const content = [
    `### ${l10n.t('A token that has expired: click "Diagnose" below')}`,
    `${orders}\nAuthorization: Bearer ${expired}\n`,
    `### ${l10n.t('No token at all')}`,
    `${orders}\n`,
    `### ${l10n.t('A path with a typing error')}`,
    `${orders.slice(0, -1)}\nAuthorization: Bearer ${valid}\n`,
    `### ${l10n.t('A good request')}`,
    `${orders}\nAuthorization: Bearer ${valid}\n`,
  ].join('\n');
  const document = await workspace.openTextDocument({ language: 'http', content });
  await window.showTextDocument(document);
  return document;
}

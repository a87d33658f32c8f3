import { dirname } from 'node:path';
import { l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import { listEnvironments } from '../../http/environments';
import { definedEnvironments } from './defined-environments';

/** Lets the user choose among the environments of a file; undefined where they decline, empty for none by name. */
export async function pickEnvironment(document: TextDocument, current: string): Promise<string | undefined> {
  const file = document.uri.fsPath;
  const root = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? dirname(file);
  const names = await listEnvironments({
    file,
    text: document.getText(),
    root,
    defined: definedEnvironments(document),
  });
  const automatic: QuickPickItem & { name: string } = {
    label: l10n.t('Automatic'),
    detail: l10n.t('The only environment, where there is just one'),
    name: '',
  };
  const items = [
    automatic,
    ...names.map((name) => ({ label: name, description: name === current ? l10n.t('chosen') : '', name })),
  ];
  const title =
    names.length > 0
      ? l10n.t('Environment of the requests')
      : l10n.t('No environment is defined: write one into http-client.env.json');
  return (await window.showQuickPick(items, { title }))?.name;
}

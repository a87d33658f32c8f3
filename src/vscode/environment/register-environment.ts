import {
  commands as vscodeCommands,
  Disposable,
  l10n,
  StatusBarAlignment,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { commands, section } from '../ids';
import type { ChosenEnvironment } from './chosen-environment';

/** The environment in the status bar, beside requests only, and the command that chooses another. */
export function registerEnvironment(chosen: ChosenEnvironment): Disposable {
  const item = window.createStatusBarItem('apiTroubleshooter.environment', StatusBarAlignment.Right, 90);
  item.name = l10n.t('Environment of the requests');
  item.command = commands.chooseEnvironment;

  const update = (): void => {
    const document = shownRequests();
    if (!document || !workspace.isTrusted) return item.hide();
    const name = chosen.of(document.uri);
    item.text = `$(globe) ${name === '' ? l10n.t('Automatic') : name}`;
    item.tooltip =
      name === ''
        ? l10n.t('Requests run in the only environment, where there is just one. Click to choose.')
        : l10n.t('Requests run in the environment {0}. Click to choose another.', name);
    item.show();
  };
  const choose = async (): Promise<void> => {
    const document = shownRequests();
    if (!document) {
      void window.showInformationMessage(
        l10n.t('Open a .http file first: environments belong to its folder.'),
      );
      return;
    }
    if (!workspace.isTrusted) return;
    const { pickEnvironment } = await import('../engine.js');
    const name = await pickEnvironment(document, chosen.of(document.uri));
    if (name !== undefined) await chosen.choose(document.uri, name === '' ? undefined : name);
  };
  update();
  return Disposable.from(
    item,
    vscodeCommands.registerCommand(commands.chooseEnvironment, choose),
    chosen.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeVisibleTextEditors(update),
    workspace.onDidOpenTextDocument(update),
    workspace.onDidGrantWorkspaceTrust(update),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && update()),
  );
}

/** The requests that the user looks at: also while the diagnosis beside them has the focus. */
function shownRequests(): TextDocument | undefined {
  const isHttp = ({ document }: TextEditor): boolean => document.languageId === 'http';
  const active = window.activeTextEditor;
  return (active ? [active] : window.visibleTextEditors).find(isHttp)?.document;
}

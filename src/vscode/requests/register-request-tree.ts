import { Disposable, window, workspace } from 'vscode';
import type { OutcomeBook } from '../diagnose/outcome-book';
import { views } from '../ids';
import { RequestTree } from './request-tree';

/** Milliseconds without typing after which the lines are looked up again. */
const pause = 500;

/** The requests of the workspace in the Explorer. Nothing is looked for as long as nobody opens the view. */
export function registerRequestTree(book: OutcomeBook): Disposable {
  const tree = new RequestTree(book);
  const view = window.createTreeView(views.requests, { treeDataProvider: tree });
  let timer: NodeJS.Timeout | undefined;
  const refreshSoon = (): void => {
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(() => tree.refresh(), pause);
  };
  return Disposable.from(
    view,
    { dispose: () => clearTimeout(timer) },
    book.onDidChange(refreshSoon),
    workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'http' && refreshSoon()),
    workspace.onDidCreateFiles(refreshSoon),
    workspace.onDidDeleteFiles(refreshSoon),
    workspace.onDidRenameFiles(refreshSoon),
    view.onDidChangeVisibility(() => tree.refresh()),
  );
}

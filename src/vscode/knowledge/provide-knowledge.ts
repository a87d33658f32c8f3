import { type ExtensionContext, type LogOutputChannel, RelativePattern, workspace } from 'vscode';
import { section } from '../ids';
import type { Knowledge } from './knowledge';

/** Loads the catalogs when they are first asked for, and again after a team's catalog has changed. */
export function provideKnowledge(context: ExtensionContext, log: LogOutputChannel): () => Promise<Knowledge> {
  let loading: Promise<Knowledge> | undefined;
  const forget = (): void => {
    loading = undefined;
  };
  const watch = (): void => {
    for (const folder of workspace.workspaceFolders ?? []) {
      const watcher = workspace.createFileSystemWatcher(
        new RelativePattern(folder, '.api-troubleshooter/*.{yaml,yml}'),
      );
      context.subscriptions.push(
        watcher,
        watcher.onDidChange(forget),
        watcher.onDidCreate(forget),
        watcher.onDidDelete(forget),
      );
    }
  };
  let watching = false;
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && forget()),
    workspace.onDidGrantWorkspaceTrust(forget),
  );
  return () => {
    if (!watching) watch();
    watching = true;
    loading ??= import('./knowledge.js')
      .then(({ loadKnowledge }) => loadKnowledge(context, log))
      .catch((error: unknown) => {
        forget();
        throw error;
      });
    return loading;
  };
}

import { type ExtensionContext, type LogOutputChannel, RelativePattern, workspace } from 'vscode';
import { section } from '../ids';
import type { Knowledge } from './knowledge';

/** Loads the catalogs when they are first asked for, and again after a team's catalog has changed. */
export function provideKnowledge(context: ExtensionContext, log: LogOutputChannel): () => Promise<Knowledge> {
  let loading: Promise<Knowledge> | undefined;
  const forget = (): void => {
    loading = undefined;
  };
  /** At once, so that a mistake is shown when the file is saved. */
  const reload = (): void => {
    forget();
    load().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  };
  const watch = (): void => {
    for (const folder of workspace.workspaceFolders ?? []) {
      const watcher = workspace.createFileSystemWatcher(
        new RelativePattern(folder, '.api-troubleshooter/*.{yaml,yml}'),
      );
      context.subscriptions.push(
        watcher,
        watcher.onDidChange(reload),
        watcher.onDidCreate(reload),
        watcher.onDidDelete(reload),
      );
    }
  };
  let watching = false;
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && forget()),
    workspace.onDidGrantWorkspaceTrust(forget),
  );
  return load;

  function load(): Promise<Knowledge> {
    if (!watching) watch();
    watching = true;
    loading ??= import('./knowledge.js')
      .then(({ loadKnowledge }) => loadKnowledge(context, log))
      .catch((error: unknown) => {
        forget();
        throw error;
      });
    return loading;
  }
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { cacheFolder } from '../../test/runtime/cached';
import { endProcessTree, endWithThisProcess } from '../../test/runtime/end-process-tree';
import type { OpenVsCode, OpenedVsCode } from './open-vscode';

/** Opens a window of the desktop, with settings of its own, that runs the extension from this checkout. */
export function openDesktop(executable: string, { root, folder, env }: OpenVsCode): OpenedVsCode {
  const child = spawn(
    executable,
    [
      folder,
      '--new-window',
      '--wait',
      '--disable-workspace-trust',
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${join(cacheFolder(), 'desktop', 'user-data')}`,
      `--extensions-dir=${join(cacheFolder(), 'desktop', 'extensions')}`,
    ],
    { env: { ...process.env, ...env }, stdio: 'ignore', detached: process.platform !== 'win32' },
  );
  endWithThisProcess(child);
  const ended = new Promise<string>((settle, reject) => {
    child.once('error', (error) => reject(new Error(`VS Code did not start: ${error.message}`)));
    child.once('exit', (code, signal) =>
      code === 0 ? settle('VS Code was closed.') : reject(new Error(`VS Code ended (${signal ?? code}).`)),
    );
  });
  return { where: `VS Code (${executable})`, ended, close: () => endProcessTree(child) };
}

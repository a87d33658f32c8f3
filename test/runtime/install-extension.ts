import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { servedVsCode } from './served-vscode';

/** Installs a .vsix as a user would, into the folders that the workbench server is then started with. */
export async function installExtension(
  vsix: string,
  folders: { userDataDir: string; extensionsDir: string },
): Promise<void> {
  const { node, root } = await servedVsCode();
  await promisify(execFile)(
    node,
    [
      join(root, 'out', 'server-main.js'),
      `--install-extension=${vsix}`,
      `--server-data-dir=${folders.userDataDir}`,
      `--user-data-dir=${folders.userDataDir}`,
      `--extensions-dir=${folders.extensionsDir}`,
      '--accept-server-license-terms',
    ],
    { env: { ...process.env, EXTENSIONS_GALLERY: '{}' } },
  );
}

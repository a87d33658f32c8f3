import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

/**
 * The executable for `@vscode/test-electron`: always the launcher of this folder, which starts the desktop that
 * `VSCODE_EXECUTABLE` names, or else the VS Code from the npm registry.
 *
 * With `VSCODE_DOWNLOAD` (a version, or `stable`) the desktop is downloaded and used. Not by default: the download
 * hosts are out of reach in many networks, where the npm registry is not.
 */
export async function vscodeExecutable(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env['VSCODE_DOWNLOAD'] && !env['VSCODE_EXECUTABLE']) {
    env['VSCODE_EXECUTABLE'] = await downloadAndUnzipVSCode(env['VSCODE_DOWNLOAD']);
  }
  return join(__dirname, process.platform === 'win32' ? 'vscode.cmd' : 'vscode.mjs');
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtension } from '../../test/runtime/install-extension';
import { writeUserSettings } from '../../test/runtime/settings';
import { startWorkbenchServer } from '../../test/runtime/workbench-server';
import type { OpenVsCode, OpenedVsCode } from './open-vscode';

/** Serves VS Code on a free loopback port, with the packaged extension installed, for the user's own browser. */
export async function openServed({ root, folder, env, npmRun }: OpenVsCode): Promise<OpenedVsCode> {
  await npmRun('package');
  const scratch = await mkdtemp(join(tmpdir(), 'api-troubleshooter-vscode-'));
  const remove = (): Promise<void> => rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  const folders = { userDataDir: join(scratch, 'user-data'), extensionsDir: join(scratch, 'extensions') };
  try {
    await writeUserSettings(folders.userDataDir);
    await installExtension(join(root, 'api-troubleshooter.vsix'), folders);
    const server = await startWorkbenchServer({ ...folders, trusted: true, env });
    const close = async (): Promise<void> => {
      await server.close();
      await remove();
    };
    const ended = server.ended.then((reason) => Promise.reject(new Error(reason)));
    return { where: server.address(folder), ended, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { RESTRICTED_MODE } from '../runtime/launch';
import { vscodeExecutable } from '../runtime/vscode-executable';
import { writeUserSettings } from '../runtime/settings';
import { assertNoSecretsLeft } from './secrets-left';

export interface RunInVsCode {
  extensionDevelopmentPath: string;
  /** The module whose `run()` is called inside the extension host. */
  extensionTestsPath: string;
  /** A copy of this folder is opened; none: an empty folder. */
  workspace?: string;
  trusted: boolean;
  /** Display language, `pt-br` for example; default English. */
  locale?: string;
  settings?: object;
  /** Environment of the extension host. */
  env?: Record<string, string>;
}

/** Runs extension tests in a VS Code of their own: new settings, no other extensions, a workspace they may change. Rejects when they fail. */
export async function runInVsCode(run: RunInVsCode): Promise<void> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'vscode-tests-')));
  try {
    const workspace = join(scratch, 'workspace');
    await mkdir(workspace);
    if (run.workspace) await cp(run.workspace, workspace, { recursive: true });
    await writeUserSettings(join(scratch, 'user-data'), run.settings);
    await runTests({
      vscodeExecutablePath: await vscodeExecutable(),
      extensionDevelopmentPath: run.extensionDevelopmentPath,
      extensionTestsPath: run.extensionTestsPath,
      extensionTestsEnv: run.env,
      launchArgs: [
        workspace,
        `--user-data-dir=${join(scratch, 'user-data')}`,
        `--extensions-dir=${join(scratch, 'extensions')}`,
        '--disable-extensions',
        ...(run.locale ? [`--locale=${run.locale}`] : []),
        ...(run.trusted ? [] : [RESTRICTED_MODE]),
      ],
    });
    await assertNoSecretsLeft(scratch, workspace);
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { traceIn, windowsOf } from '../security/planted/windows';

/** Where a suite says, beside the workspace, which secrets it planted. */
export const plantedFile = 'planted.json';

/**
 * Looks through everything that a VS Code left on disk once it has ended (logs, state, backups, local history) for the
 * secrets that were planted in it. Rejects with the files that hold one; the workspace itself holds them all.
 */
export async function assertNoSecretsLeft(scratch: string, workspace: string): Promise<void> {
  const list = join(scratch, plantedFile);
  const planted = await readFile(list, 'utf8').catch(() => undefined);
  if (planted === undefined) return;
  await rm(list);
  const windows = windowsOf(JSON.parse(planted) as string[]);
  const entries = await readdir(scratch, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !file.startsWith(workspace));
  if (files.length === 0) throw new Error('VS Code left no files: they are looked for in the wrong place.');
  for (const file of files) {
    const trace = traceIn(await readFile(file, 'latin1'), windows);
    if (trace !== undefined) throw new Error(`A planted secret is left in ${file}: ${trace}`);
  }
  console.log(`    ✔ none is left in ${files.length} files of the closed VS Code`);
}

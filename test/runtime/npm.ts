import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs the user's own npm, and so the user's own registry, proxy and certificates. Rejects with what npm said. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  const windows = process.platform === 'win32';
  try {
    await run(windows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd,
      shell: windows,
      maxBuffer: 64 * 1024 * 1024,
      env: environmentOfUser(),
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim();
    throw new Error(`npm ${args.join(' ')} failed: ${said || String(error)}`, { cause: error });
  }
}

/** Unpacks the package `spec` (`name@version`) as `folder/package`, without running any of its scripts. */
export async function unpackPackage(spec: string, folder: string): Promise<void> {
  await npm(['pack', spec], folder);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack ${spec} left no tarball`);
  // Windows 10 and later carry tar too.
  await run('tar', ['-xzf', tarball], { cwd: folder });
  await rm(join(folder, tarball));
}

/** Under `npm test` npm's own settings of this project are in the environment; another package must not inherit them. */
function environmentOfUser(): NodeJS.ProcessEnv {
  const inherited = /^npm_(package_|lifecycle_|config_(local_prefix|prefix|global_prefix)$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

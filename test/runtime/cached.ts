import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What was downloaded or unpacked once for all checkouts of this user: the XDG cache folder, or its Windows peer. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base =
    env['XDG_CACHE_HOME'] ||
    (process.platform === 'win32' && env['LOCALAPPDATA']) ||
    join(env['HOME'] || homedir(), '.cache');
  return join(base, 'api-troubleshooter');
}

/**
 * The folder `name` of the cache, filled by `fill` the first time.
 *
 * `fill` works in a folder of its own, which gets its final name by one rename: an interrupted fill leaves nothing
 * that looks complete, and of two runs at once the first wins and the other takes its result.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  await removeAbandoned(dirname(folder));
  const unfinished = `${folder}.${process.pid}.${randomBytes(4).toString('hex')}.unfinished`;
  try {
    await mkdir(unfinished, { recursive: true });
    await fill(unfinished);
    await mkdir(dirname(folder), { recursive: true });
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Removes what runs that were killed left behind. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const process = /\.(\d+)\.[0-9a-f]+\.unfinished$/.exec(name)?.[1];
    if (process && !isRunning(Number(process)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Ends a process that was spawned `detached`, and every process it started; settles when it is gone.
 * One that does not listen to SIGTERM within 5 seconds is killed.
 */
export async function endProcessTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalTree(child, 'SIGTERM');
  const force = setTimeout(() => signalTree(child, 'SIGKILL'), 5_000);
  await gone;
  clearTimeout(force);
  // What the process itself left behind in its group.
  signalTree(child, 'SIGKILL');
}

/** Has the process and what it started end with this one, even where nobody comes to close it. */
export function endWithThisProcess(child: ChildProcess): void {
  const kill = (): void => signalTree(child, 'SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    execFile('taskkill', ['/pid', String(child.pid), '/T', '/F'], () => undefined);
    return;
  }
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // No process of the group is left.
  }
}

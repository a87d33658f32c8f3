import { desktopExecutable } from '../../test/runtime/desktop';
import { openDesktop } from './open-desktop';
import { openServed } from './open-served';

export interface OpenVsCode {
  /** The checkout. */
  root: string;
  /** The workspace to open. */
  folder: string;
  /** Environment of the extension host. */
  env: Record<string, string>;
  /** Runs one of the checkout's npm scripts. */
  npmRun(script: string): Promise<void>;
}

export interface OpenedVsCode {
  /** Where the user finds it, in words or as an address. */
  where: string;
  /** Resolves when the user closed it, with that in words; rejects with the reason when it failed. */
  ended: Promise<string>;
  close(): Promise<void>;
}

/** The desktop where there is one, else the VS Code of the npm registry, served on loopback. */
export async function openVsCode(options: OpenVsCode): Promise<OpenedVsCode> {
  const executable = desktopExecutable();
  if (!executable) return openServed(options);
  await options.npmRun('build');
  return openDesktop(executable, options);
}

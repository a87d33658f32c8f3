import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser';
import { Closing } from './closing';
import { isWorkbenchNoise } from './workbench-noise';
import { startWorkbenchServer } from './workbench-server';

/** A flag of this launcher: the folder opens in Restricted Mode, although `@vscode/test-electron` always asks for trust. */
export const RESTRICTED_MODE = '--restricted-mode';
/** Longer than any test may take. */
const SILENCE_LIMIT_MINUTES = 10;
const TRUST_EVERYTHING = '--disable-workspace-trust';

/**
 * Runs extension tests as the desktop's executable does, with its flags; returns the exit code.
 * The VS Code is the desktop that `VSCODE_EXECUTABLE` names, else the one from the npm registry in a headless browser.
 */
export async function launch(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const restricted = argv.includes(RESTRICTED_MODE);
  const args = argv.filter((arg) => arg !== RESTRICTED_MODE && !(restricted && arg === TRUST_EVERYTHING));
  const desktop = env['VSCODE_EXECUTABLE'];
  return desktop ? runDesktop(desktop, args) : runServed(args);
}

function runDesktop(executable: string, args: readonly string[]): Promise<number> {
  return new Promise((settle, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => settle(code ?? 1));
  });
}

async function runServed(args: readonly string[]): Promise<number> {
  const flag = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = args.find((arg) => !arg.startsWith('-'));
  const extensionDevelopmentPath = flag('extensionDevelopmentPath');
  const extensionTestsPath = flag('extensionTestsPath');
  if (!extensionDevelopmentPath || !extensionTestsPath) {
    throw new Error('Usage: vscode [folder] --extensionDevelopmentPath=<folder> --extensionTestsPath=<file>');
  }
  const scratch = await mkdtemp(join(tmpdir(), 'vscode-'));
  const closing = new Closing();
  await closing.add(() => rm(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const interrupted = new Promise<number>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => settle(130));
  });
  const tests = async (): Promise<number> => {
    const server = await startWorkbenchServer({
      userDataDir: flag('user-data-dir') ?? join(scratch, 'user-data'),
      extensionsDir: flag('extensions-dir') ?? join(scratch, 'extensions'),
      extensionTests: true,
      trusted: args.includes(TRUST_EVERYTHING),
      locale: flag('locale'),
    });
    await closing.add(() => server.close());
    const { browser, context } = await openBrowser({ locale: flag('locale') });
    await closing.add(() => browser.close());
    const page = await context.newPage();
    const failed = new Promise<never>((_, reject) => {
      void server.ended.then((reason) => reject(new Error(reason)));
      browser.on('disconnected', () => reject(new Error('The browser ended before the tests did.')));
      page.on('crash', () => reject(new Error('The workbench crashed.')));
    });
    const silence = watchSilence(SILENCE_LIMIT_MINUTES * 60_000);
    await closing.add(async () => silence.stop());
    const exited = new Promise<number>((settle) => {
      // The two functions that VS Code's web workbench calls under `--enable-smoke-test-driver`.
      void page.exposeFunction('codeAutomationExit', (code: number) => settle(code));
    });
    await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) => {
      silence.broken();
      relay(type, values);
    });
    await page.goto(
      server.address(folder && resolve(folder), {
        extensionDevelopmentPath: resolve(extensionDevelopmentPath),
        extensionTestsPath: resolve(extensionTestsPath),
      }),
    );
    return Promise.race([exited, failed, silence.tooLong]);
  };
  try {
    return await Promise.race([tests(), interrupted]);
  } finally {
    await closing.close();
  }
}

/** `tooLong` rejects when `broken` was not called for `limit` milliseconds: an extension host that hangs says nothing. */
function watchSilence(limit: number): { broken(): void; stop(): void; tooLong: Promise<never> } {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: (error: Error) => void;
  const tooLong = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const broken = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(new Error(`VS Code said nothing for ${limit / 60_000} minutes.`)), limit);
  };
  broken();
  return { broken, stop: () => clearTimeout(timer), tooLong };
}

function relay(type: string, values: unknown[]): void {
  const line = format(...values);
  if (isWorkbenchNoise(line) && !process.env['VSCODE_LOG']) return;
  (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
}

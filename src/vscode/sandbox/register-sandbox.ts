import { commands as vscodeCommands, Disposable, l10n, window } from 'vscode';
import type { Sandbox } from '../../sandbox/index';
import { commands, contextKeys } from '../ids';
import type { Services } from '../services';

/** The ports that the samples' environment names, one an API. */
const firstPort = 8080;

async function startOnUsualPorts(log: (line: string) => void): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox.js');
  return startSandbox({ port: firstPort, log }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSandbox({ log });
  });
}

/** Starts and stops the embedded API that samples and walkthrough run against; loopback only. */
export function registerSandbox({ log }: Services): Disposable {
  let running: Promise<Sandbox> | undefined;

  const start = async (): Promise<string> => {
    running ??= startOnUsualPorts((line) => log.debug(line));
    try {
      const { origin } = await running;
      await vscodeCommands.executeCommand('setContext', contextKeys.sandboxRunning, true);
      void window.showInformationMessage(l10n.t('The sandbox API runs at {0}.', origin));
      return origin;
    } catch (error) {
      running = undefined;
      throw error;
    }
  };
  const stop = async (): Promise<void> => {
    const sandbox = await running;
    running = undefined;
    await sandbox?.close();
    await vscodeCommands.executeCommand('setContext', contextKeys.sandboxRunning, false);
  };
  return Disposable.from(
    vscodeCommands.registerCommand(commands.startSandbox, start),
    vscodeCommands.registerCommand(commands.stopSandbox, stop),
    vscodeCommands.registerCommand(commands.openSample, async () =>
      (await import('./open-sample.js')).openSample(await start()),
    ),
    { dispose: () => void stop() },
  );
}

import { commands as vscodeCommands, type Disposable, Range, window, workspace } from 'vscode';
import { commands } from '../ids';
import type { Services } from '../services';

/** The command that diagnoses a request wherever the cursor is: of the API `{ api }`, or of any. */
export function registerRequests(services: Services): Disposable {
  return vscodeCommands.registerCommand(commands.diagnoseWorkspaceRequest, async (argument: unknown) => {
    // It says why nothing is sent.
    if (!workspace.isTrusted) return vscodeCommands.executeCommand(commands.diagnoseRequest);
    const [{ pickRequest }, knowledge] = await Promise.all([
      import('./pick-request.js'),
      services.knowledge(),
    ]);
    const place = await pickRequest(knowledge, apiOf(argument));
    if (!place) return undefined;
    const { uri, line } = place;
    await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) });
    return vscodeCommands.executeCommand(commands.diagnoseRequest, { uri, line });
  });
}

function apiOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('api' in argument)) return undefined;
  return typeof argument.api === 'string' ? argument.api : undefined;
}

import type { ExtensionContext } from 'vscode';
import type { Diagnosis } from './core/diagnose/diagnosis';
import { registerCodeActions } from './vscode/code-actions/register-code-actions';
import { registerDiagnose } from './vscode/diagnose/register-diagnose';
import { registerExplain } from './vscode/hover/register-explain';
import { registerHover } from './vscode/hover/register-hover';
import { registerPages } from './vscode/pages/register-pages';
import { registerPitfalls } from './vscode/pitfalls/register-pitfalls';
import { registerRequests } from './vscode/requests/register-requests';
import { registerSandbox } from './vscode/sandbox/register-sandbox';
import { createServices } from './vscode/services';
import { registerTerminalLinks } from './vscode/terminal/register-terminal-links';

/** What other extensions get from `activate`: the commands' contract, with typed errors. */
export interface ApiTroubleshooter {
  diagnoseRequest(target?: { uri?: unknown; line?: number; environment?: string }): Promise<Diagnosis>;
}

export function activate(context: ExtensionContext): ApiTroubleshooter {
  const services = createServices(context);
  const diagnose = registerDiagnose(services);
  context.subscriptions.push(
    diagnose,
    registerHover(services),
    registerExplain(services),
    registerPages(services),
    registerCodeActions(services),
    registerPitfalls(services),
    registerRequests(services),
    registerSandbox(services),
    registerTerminalLinks(services),
  );
  return { diagnoseRequest: (target) => diagnose.diagnoseRequest(target) };
}

import { commands as vscodeCommands, Disposable, Uri, workspace } from 'vscode';
import { commands } from '../ids';
import type { Services } from '../services';

/** The scheme of our virtual documents: `api-troubleshooter:/acme/quota.md`. */
const scheme = 'api-troubleshooter';

/** Pages: a virtual Markdown document a problem, shown in VS Code's own preview; and the search that leads to them. */
export function registerPages(services: Services): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent(uri) {
        const { pageOf } = await import('./page-content.js');
        return pageOf(uri.path, await services.knowledge(), services.l10n);
      },
    }),
    vscodeCommands.registerCommand(commands.showProblem, async (argument: unknown) => {
      const { isProblemName, missingProblem } = await import('./page-content.js');
      const { index } = await services.knowledge();
      if (!isProblemName(argument) || index.find(argument.api, argument.problem) === undefined)
        throw missingProblem(argument);
      await showPage(Uri.from({ scheme, path: `/${argument.api}/${argument.problem}.md` }));
    }),
    vscodeCommands.registerCommand(commands.searchProblems, async () => {
      const { pickProblem } = await import('./search-problems.js');
      const path = await pickProblem(await services.knowledge(), services.l10n);
      if (path) await showPage(Uri.from({ scheme, path }));
    }),
  );
}

async function showPage(uri: Uri): Promise<void> {
  await vscodeCommands.executeCommand('markdown.showPreview', uri);
}

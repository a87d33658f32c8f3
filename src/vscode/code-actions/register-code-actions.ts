import { CodeActionKind, commands as vscodeCommands, Disposable, languages } from 'vscode';
import { commands, writableLanguages } from '../ids';
import type { Services } from '../services';
import type { CallActions } from './call-actions';
import { kinds, type Offering, retryInModule } from './kinds';

/** Lightbulb and palette: retry and token refresh for the HTTP call at the cursor. */
export function registerCodeActions(services: Services): Disposable {
  let actions: CallActions | undefined;
  const offering = async (): Promise<Offering> => {
    const { createCallActions } = await import('./code-actions.js');
    actions ??= createCallActions(await services.sourceCode());
    return { actions, knowledge: await services.knowledge(), l10n: services.l10n };
  };
  return Disposable.from(
    languages.registerCodeActionsProvider(
      [...writableLanguages],
      {
        async provideCodeActions(document, range, context, token) {
          if (
            context.only &&
            ![...Object.values(kinds), retryInModule].some((kind) => context.only?.intersects(kind))
          )
            return [];
          const offered = await offering();
          if (token.isCancellationRequested) return [];
          const { codeActionsAt } = await import('./code-actions.js');
          return codeActionsAt(document, range.start, offered, token);
        },
      },
      { providedCodeActionKinds: [CodeActionKind.RefactorRewrite.append('apiTroubleshooter')] },
    ),
    vscodeCommands.registerCommand(commands.insertRetry, async () =>
      (await import('./code-actions.js')).insert('retry', await offering()),
    ),
    vscodeCommands.registerCommand(commands.insertTokenRefresh, async () =>
      (await import('./code-actions.js')).insert('tokenRefresh', await offering()),
    ),
    { dispose: () => actions?.dispose() },
  );
}

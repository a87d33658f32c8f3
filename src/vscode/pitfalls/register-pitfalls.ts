import {
  CodeActionKind,
  Disposable,
  languages,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { section, writableLanguages } from '../ids';
import type { Services } from '../services';
import { setting } from '../settings';
import { keepUnedited } from './keep-unedited';
import { idOf, pitfallDiagnostic } from './pitfall-diagnostic';

/** Long enough that a document that is only passed by is not looked at, in milliseconds. */
const settling = 200;

/** Marks pitfalls in documents that are shown, when they are opened or saved: never while somebody types. */
export function registerPitfalls(services: Services): Disposable {
  const collection = languages.createDiagnosticCollection('api-troubleshooter.pitfalls');
  const timers = new Map<TextDocument, NodeJS.Timeout>();
  const seen = new WeakMap<TextDocument, number>();

  const check = async (document: TextDocument): Promise<void> => {
    const { version } = document;
    const code = await services.sourceCode();
    const { pitfallsIn } = await import('../code-actions/code-actions.js');
    const found = await pitfallsIn(document, code);
    if (!found || document.version !== version || document.isClosed) return;
    seen.set(document, version);
    const entries = new Map(code.pitfalls.pitfalls.map((entry) => [entry.id, entry]));
    collection.set(
      document.uri,
      found.flatMap((pitfall) => {
        const entry = entries.get(pitfall.id);
        return entry ? pitfallDiagnostic(document, pitfall, entry, services.l10n.language) : [];
      }),
    );
  };
  const forget = (document: TextDocument): void => {
    clearTimeout(timers.get(document));
    timers.delete(document);
  };
  const checkSoon = (document: TextDocument): void => {
    if (!writableLanguages.includes(document.languageId)) return;
    forget(document);
    const start = (): void => {
      timers.delete(document);
      check(document).catch((error: unknown) => services.log.error(String(error)));
    };
    timers.set(document, setTimeout(start, settling));
  };
  const isShown = (document: TextDocument): boolean =>
    window.visibleTextEditors.some((editor) => editor.document === document);
  const checkShown = (): void => {
    for (const { document } of window.visibleTextEditors)
      if (seen.get(document) !== document.version) checkSoon(document);
  };
  const recheck = (): void => window.visibleTextEditors.forEach(({ document }) => checkSoon(document));
  const followEdits = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
    // Undone or reverted to what was saved: that is looked at as when it was.
    if (!document.isDirty && isShown(document)) checkSoon(document);
    const before = collection.get(document.uri);
    if (contentChanges.length === 0 || !before?.length) return;
    collection.set(document.uri, keepUnedited(before, contentChanges));
  };

  checkShown();
  return Disposable.from(
    collection,
    window.onDidChangeVisibleTextEditors(checkShown),
    workspace.onDidOpenTextDocument((document) => isShown(document) && checkSoon(document)),
    workspace.onDidSaveTextDocument((document) => isShown(document) && checkSoon(document)),
    workspace.onDidChangeTextDocument(followEdits),
    workspace.onDidCloseTextDocument((document) => {
      forget(document);
      collection.delete(document.uri);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${section}.pitfalls`)) recheck();
    }),
    languages.registerCodeActionsProvider(
      [...writableLanguages],
      {
        async provideCodeActions(document, _range, { diagnostics }, token) {
          const ours = diagnostics.filter((diagnostic) => idOf(diagnostic) !== undefined);
          if (ours.length === 0 || setting('pitfalls', document).length === 0) return [];
          const code = await services.sourceCode();
          const { fixesOf } = await import('../code-actions/code-actions.js');
          const fixes = await fixesOf(document, ours, code, services);
          return token.isCancellationRequested ? [] : fixes;
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
  );
}

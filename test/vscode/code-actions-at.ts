import * as vscode from 'vscode';

/** Our code actions at a position, as the lightbulb asks for them; `kind` as in the request, default all. */
export async function codeActionsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  const range = new vscode.Range(position, position);
  for (;;) {
    try {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind,
      );
      return actions.filter((action) => action.kind?.value.includes('apiTroubleshooter'));
    } catch (error) {
      // VS Code gives a question up when another extension's start changes the answer meanwhile; an editor asks again.
      if (!(error instanceof Error && error.name === 'Canceled')) throw error;
    }
  }
}

/** Whoever asks in the moment in which another extension registers its actions gets no answer. In milliseconds. */
const askAgainAfter = 2_000;

/**
 * Applies the only code action of a kind at the cursor, as the editor does it: an edit that an extension was told of
 * loses on the way how its snippets are to be indented. Resolves when the document has changed.
 */
export async function applyAtCursor(document: vscode.TextDocument, kind: string): Promise<void> {
  const { version } = document;
  const changed = new Promise<void>((resolve) => {
    const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      subscription.dispose();
      resolve();
    });
  });
  while (document.version === version) {
    await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
    let again: NodeJS.Timeout | undefined;
    await Promise.race([changed, new Promise((resolve) => (again = setTimeout(resolve, askAgainAfter)))]);
    clearTimeout(again);
  }
}

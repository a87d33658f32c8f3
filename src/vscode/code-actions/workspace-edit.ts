import {
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit as VscodeTextEdit,
  WorkspaceEdit,
} from 'vscode';
import type { TextEdit } from '../../core/snippets/text-edit';

/** Edits as VS Code applies them: all in one undo step, those with placeholders as snippets to tab through. */
export function workspaceEditOf(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const withPlaceholders = edits.some(({ snippet }) => snippet !== undefined);
  edit.set(
    document.uri,
    edits.map(({ start, end, text, snippet }) => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      return withPlaceholders
        ? asWritten(
            range,
            snippet === undefined ? new SnippetString().appendText(text) : new SnippetString(snippet),
          )
        : VscodeTextEdit.replace(range, text);
    }),
  );
  return edit;
}

/** Beside a snippet VS Code inserts every edit as one, and indents the lines of each anew that does not say otherwise. */
function asWritten(range: Range, snippet: SnippetString): SnippetTextEdit {
  const edit = new SnippetTextEdit(range, snippet);
  edit.keepWhitespace = true;
  return edit;
}

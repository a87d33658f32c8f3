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
  edit.set(
    document.uri,
    edits.map(({ start, end, text, snippet }) => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      return snippet === undefined
        ? VscodeTextEdit.replace(range, text)
        : new SnippetTextEdit(range, new SnippetString(snippet));
    }),
  );
  return edit;
}

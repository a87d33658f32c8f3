import {
  Range,
  SnippetString,
  SnippetTextEdit,
  type TextDocument,
  TextEdit as VscodeTextEdit,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import type { NewFile } from '../../core/snippets/compose-module';
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

/**
 * Edits of a document and the file beside it that they need, shown in the refactor preview before they are applied: one
 * undo step for both.
 * @param label of the change, in the preview
 */
export function previewedEditOf(
  document: TextDocument,
  edits: readonly TextEdit[],
  newFile: NewFile | undefined,
  label: string,
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  if (newFile) {
    const contents = new TextEncoder().encode(newFile.text);
    edit.createFile(
      Uri.joinPath(document.uri, '..', newFile.name),
      { contents },
      { needsConfirmation: false, label },
    );
  }
  for (const { start, end, text } of edits) {
    const range = new Range(document.positionAt(start), document.positionAt(end));
    edit.replace(document.uri, range, text, { needsConfirmation: false, label });
  }
  // VS Code shows the preview where an edit has to be confirmed, and leaves that one unticked. It is empty and stands
  // at the end, so that all there is to do is ticked.
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.insert(document.uri, end, '', { needsConfirmation: true, label });
  return edit;
}

/** Beside a snippet VS Code inserts every edit as one, and indents the lines of each anew that does not say otherwise. */
function asWritten(range: Range, snippet: SnippetString): SnippetTextEdit {
  const edit = new SnippetTextEdit(range, snippet);
  edit.keepWhitespace = true;
  return edit;
}

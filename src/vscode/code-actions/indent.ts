import { type TextDocument, window } from 'vscode';

/** One level of indentation as the editor that shows the document has it. */
export function indentOf(document: TextDocument): string {
  const options = window.visibleTextEditors.find((editor) => editor.document === document)?.options;
  if (options?.insertSpaces === false) return '\t';
  return ' '.repeat(typeof options?.tabSize === 'number' ? options.tabSize : 4);
}

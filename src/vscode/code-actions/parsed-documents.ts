import type { TextDocument } from 'vscode';
import type { ParsedDocument } from '../../core/snippets/find-calls';
import type { Grammar } from '../../core/snippets/syntax';

/** Keeps the tree of the document that was looked at last: the lightbulb asks at every move of the cursor. */
export class ParsedDocuments {
  private last: { uri: string; version: number; parsed: ParsedDocument } | undefined;

  parse(document: TextDocument, grammar: Grammar): ParsedDocument | undefined {
    const uri = document.uri.toString();
    const { last } = this;
    if (
      last?.uri === uri &&
      last.version === document.version &&
      last.parsed.languageId === document.languageId
    ) {
      return last.parsed;
    }
    const source = document.getText();
    const tree = grammar.parse(source);
    if (!tree) return undefined;
    this.dispose();
    const parsed = { source, languageId: document.languageId, grammar, tree };
    this.last = { uri, version: document.version, parsed };
    return parsed;
  }

  dispose(): void {
    this.last?.parsed.tree.delete();
    this.last = undefined;
  }
}

import type { TextDocument } from 'vscode';
import type { ParsedDocument } from '../../core/snippets/find-calls';
import type { Grammar } from '../../core/snippets/syntax';

/**
 * Keeps the tree of the document that was looked at last: the lightbulb asks at every move of the cursor. Of an edited
 * document only what differs is parsed anew.
 */
export class ParsedDocuments {
  private last: { uri: string; version: number; parsed: ParsedDocument } | undefined;

  parse(document: TextDocument, grammar: Grammar): ParsedDocument | undefined {
    const uri = document.uri.toString();
    const { last } = this;
    const isKnown = last?.uri === uri && last.parsed.languageId === document.languageId;
    const before = isKnown ? last.parsed : undefined;
    if (before && last?.version === document.version) return before;
    const source = document.getText();
    const tree = grammar.parse(source, before);
    this.dispose();
    if (!tree) return undefined;
    const parsed = { source, languageId: document.languageId, grammar, tree };
    this.last = { uri, version: document.version, parsed };
    return parsed;
  }

  dispose(): void {
    this.last?.parsed.tree.delete();
    this.last = undefined;
  }
}

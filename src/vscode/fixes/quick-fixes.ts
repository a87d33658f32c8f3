import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { plainText } from '../../core/text/plain-text';
import type { OutcomeBook } from '../diagnose/outcome-book';
import { commands } from '../ids';
import { textEdits } from './apply-fix';
import { byFile, type FoundFixes, movedEdits } from './found-fixes';

/** The fixes of the last diagnosis as quick fixes: on its entry in the Problems view and on the request's lines. */
export class QuickFixes implements CodeActionProvider {
  static readonly providedCodeActionKinds = [CodeActionKind.QuickFix];

  constructor(
    private readonly book: OutcomeBook,
    private readonly fixesOf: (diagnosis: object) => FoundFixes | undefined,
  ) {}

  provideCodeActions(document: TextDocument, range: Range, { diagnostics }: CodeActionContext): CodeAction[] {
    const outcome = this.book
      .of(document.uri)
      .find(({ firstLine, lastLine }) => firstLine <= range.end.line && range.start.line <= lastLine);
    const found = outcome && this.fixesOf(outcome.diagnosis);
    if (!found) return [];
    const entries = diagnostics.filter(({ source }) => source === 'API Troubleshooter');
    return found.fixes.flatMap((fix) => {
      const title = outcome.diagnosis.fixes?.find(({ id }) => id === fix.id)?.title ?? fix.id;
      const action = new CodeAction(plainText(title), CodeActionKind.QuickFix);
      action.diagnostics = entries;
      const files = byFile(fix);
      const own = files.get(found.uri);
      const needsCommand = files.size > 1 || !own || fix.edits.some(({ blank }) => blank);
      if (needsCommand) {
        // Other files have to be opened, and a blank to be selected.
        const target = { uri: document.uri.toString(), line: outcome.line, fix: fix.id };
        action.command = { command: commands.applyFix, title: action.title, arguments: [target] };
      } else {
        const moved = movedEdits(found, own, document);
        if (!moved) return [];
        action.edit = new WorkspaceEdit();
        action.edit.set(document.uri, textEdits(document, moved));
        action.isPreferred = fix.certainty === 'sure' && fix === found.fixes[0];
      }
      return [action];
    });
  }
}

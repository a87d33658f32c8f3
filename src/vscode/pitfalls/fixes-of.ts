import { CodeAction, CodeActionKind, type Diagnostic, type TextDocument } from 'vscode';
import type { Pitfall } from '../../core/pitfalls/pitfall';
import { plainText } from '../../core/text/plain-text';
import type { SourceCode } from '../code-actions/source-code';
import { workspaceEditOf } from '../code-actions/workspace-edit';
import type { Services } from '../services';
import { idOf } from './pitfall-diagnostic';
import { pitfallsIn } from './pitfalls-in';

/** What puts right the pitfalls that diagnostics tell of. The file is looked at anew: it may have been edited since. */
export async function fixesOf(
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
  code: SourceCode,
  { l10n }: Pick<Services, 'l10n'>,
): Promise<CodeAction[]> {
  const found = (await pitfallsIn(document, code)) ?? [];
  return diagnostics.flatMap((diagnostic) => {
    const id = idOf(diagnostic);
    const at = document.offsetAt(diagnostic.range.start);
    const pitfall = found.find((each) => each.id === id && each.start === at);
    const entry = code.pitfalls.pitfalls.find((each) => each.id === id);
    if (!pitfall?.edits || !entry) return [];
    return actionOf(document, diagnostic, pitfall, entry.fix[l10n.language]);
  });
}

function actionOf(
  document: TextDocument,
  diagnostic: Diagnostic,
  { edits = [], sure = false, written = '' }: Pitfall,
  title: string,
): CodeAction {
  const action = new CodeAction(plainText(title.replace('{0}', written)), CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = workspaceEditOf(document, edits);
  action.isPreferred = sure;
  return action;
}

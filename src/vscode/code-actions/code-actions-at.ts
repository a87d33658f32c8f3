import { type CancellationToken, CodeAction, type Position, type TextDocument } from 'vscode';
import { render } from '../../core/text/render';
import { indentOf } from './indent';
import { kinds, type Offering, retryInModule } from './kinds';
import { previewedEditOf, workspaceEditOf } from './workspace-edit';

/** The code actions for a position; one that cannot apply comes disabled, with the reason. */
export async function codeActionsAt(
  document: TextDocument,
  position: Position,
  { actions, knowledge, l10n }: Offering,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { version } = document;
  const offers = await actions.at(document, document.offsetAt(position), indentOf(document), knowledge);
  if (token.isCancellationRequested || document.version !== version) return [];
  return offers.map((offer) => {
    const title = render(offer.title, l10n);
    const { ownModule } = offer;
    const action = new CodeAction(title, ownModule ? retryInModule : kinds[offer.kind]);
    if (ownModule && 'edits' in offer)
      action.edit = previewedEditOf(document, offer.edits, ownModule.newFile, title);
    else if ('edits' in offer) action.edit = workspaceEditOf(document, offer.edits);
    else action.disabled = { reason: render(offer.disabledReason, l10n) };
    return action;
  });
}

import { l10n as vscodeL10n, window, workspace } from 'vscode';
import type { SnippetKind } from '../../core/snippets/snippet-catalog';
import { render } from '../../core/text/render';
import { indentOf } from './indent';
import type { Offering } from './kinds';
import { workspaceEditOf } from './workspace-edit';

/** The palette's way to a code action: applies it to the call at the cursor, or says why it cannot. */
export async function insert(kind: SnippetKind, { actions, knowledge, l10n }: Offering): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) throw new Error(vscodeL10n.t('Put the cursor into an HTTP call first.'));
  const { document, selection } = editor;
  const { version } = document;
  const offers = await actions.at(
    document,
    document.offsetAt(selection.active),
    indentOf(document),
    knowledge,
  );
  const offer = offers.find((each) => each.kind === kind);
  if (!offer) {
    throw new Error(
      offers.length > 0
        ? vscodeL10n.t('The call at the cursor has this already.')
        : vscodeL10n.t(
            'There is no supported HTTP call at the cursor: put the cursor into one, such as fetch(…).',
          ),
    );
  }
  if (!('edits' in offer)) throw new Error(render(offer.disabledReason, l10n));
  if (document.version !== version)
    throw new Error(vscodeL10n.t('The file was edited meanwhile: run the command again.'));
  if (!(await workspace.applyEdit(workspaceEditOf(document, offer.edits)))) {
    throw new Error(vscodeL10n.t('The edit could not be applied: check that the file is not read-only.'));
  }
}

import { l10n, window } from 'vscode';

/** Says why a request is not sent again by itself: what stands there now is not what was diagnosed. */
export function sayEdited(): void {
  void window.showInformationMessage(
    l10n.t('The request was edited since it was diagnosed: run it from the editor again.'),
  );
}

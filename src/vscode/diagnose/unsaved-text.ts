import { type Uri, workspace } from 'vscode';

/** What stands in the editor of a file with unsaved changes: a request runs as the user sees it, environments and all. */
export const unsavedText = (uri: Uri): string | undefined =>
  workspace.textDocuments.find((each) => each.isDirty && each.uri.toString() === uri.toString())?.getText();

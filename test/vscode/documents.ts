import * as vscode from 'vscode';

const [folder] = vscode.workspace.workspaceFolders ?? [];

/** Writes a file into the workspace and opens it; the language follows from its name. */
export async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  if (!folder) throw new Error('The suite needs a workspace folder.');
  // A file of its language wakes the extension; what a test asks next must not come before it is up.
  await vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter')?.activate();
  const uri = vscode.Uri.joinPath(folder.uri, name);
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  // A file that is written anew is read anew, which may show its document empty for a moment.
  if (open?.getText() === text && !open.isDirty) {
    await vscode.window.showTextDocument(open);
    return open;
  }
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  // A document that was open already learns of the new content a moment later: it is told now.
  if (document.getText() !== text) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }
  await vscode.window.showTextDocument(document);
  return document;
}

/** Where `text` stands in a document, `inside` characters behind its start. */
export function positionOf(document: vscode.TextDocument, text: string, inside = 1): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`The document does not contain ${text}.`);
  return document.positionAt(offset + inside);
}

/** Our own hovers at a position, as Markdown: the link "More" tells them from others'. */
export async function hoversAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents as vscode.MarkdownString[])
    .map(({ value }) => value)
    .filter((value) => value.includes('command:apiTroubleshooter.showProblem?'));
}

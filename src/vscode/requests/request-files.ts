import { type Uri, workspace } from 'vscode';

const excluded = '**/{node_modules,vendor,dist,.git}/**';
const maximumBytes = 1_000_000;

/** The workspace's files with requests, in any order; none is read. */
export const requestFiles = (most: number): Thenable<Uri[]> =>
  workspace.findFiles('**/*.{http,rest}', excluded, most);

/** What the user sees, saved or not; a file that is too large to be written by hand is left out. */
export async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  const { size } = await workspace.fs.stat(uri);
  return size > maximumBytes ? '' : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

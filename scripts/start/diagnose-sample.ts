import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** The file, in the environment, that gets the diagnosis as JSON, or `{ "error": "…" }`. */
const RESULT_FILE = 'API_TROUBLESHOOTER_CHECK_RESULT';
const COMMAND = 'apiTroubleshooter.diagnoseRequest';

/** Runs inside the extension host: diagnoses the sample request `expiredToken` through the command, as a user would. */
export async function run(): Promise<void> {
  const result = await diagnose().catch((error: unknown) => ({
    error: error instanceof Error ? error.message : String(error),
  }));
  await writeFile(process.env[RESULT_FILE] ?? '', JSON.stringify(result));
}

async function diagnose(): Promise<unknown> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No workspace is open.');
  const uri = vscode.Uri.joinPath(folder.uri, 'stateset.http');
  const document = await vscode.workspace.openTextDocument(uri);
  const line = document
    .getText()
    .split(/\r?\n/)
    .findIndex((text) => /^(#|\/\/)\s*@name\s+expiredToken\s*$/.test(text));
  if (line < 0) throw new Error('samples/stateset.http has no request named expiredToken.');
  await vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter')?.activate();
  if (!(await vscode.commands.getCommands(true)).includes(COMMAND)) {
    throw new Error(`The command ${COMMAND} is missing.`);
  }
  return vscode.commands.executeCommand(COMMAND, { uri: uri.toString(), line, environment: 'sandbox' });
}

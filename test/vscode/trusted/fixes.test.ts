import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { openFile } from '../documents';

const diagnoseCommand = 'apiTroubleshooter.diagnoseRequest';
const applyCommand = 'apiTroubleshooter.applyFix';

describe('The fixes of a diagnosis', () => {
  let sandbox: Sandbox;
  let token: string;

  before(async () => {
    sandbox = await startSandbox();
    const tokens = (await (await fetch(`${sandbox.origin}/_sandbox/tokens`)).json()) as Record<
      string,
      string
    >;
    token = tokens['valid'] ?? '';
  });
  after(() => sandbox.close());

  const quoted = (): string =>
    `### first\nGET ${sandbox.origin}/health\n\n### second\nGET ${sandbox.origin}/api/v1/orders\nAuthorization: Bearer "${token}"\n`;
  const diagnose = (document: vscode.TextDocument, line: number) =>
    vscode.commands.executeCommand<Diagnosis>(diagnoseCommand, { uri: document.uri, line });
  const statusOf = ({ outcome }: Diagnosis) => (outcome.kind === 'response' ? outcome.status : outcome.code);

  it('are quick fixes on the Problems entry: one undo step, and the request is good', async () => {
    const text = quoted();
    const document = await openFile('quick-fix.http', text);
    assert.equal(statusOf(await diagnose(document, 4)), 401);
    const [entry] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'API Troubleshooter');
    assert.ok(entry, 'there is no entry in the Problems view');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      entry.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(preferred?.title, 'Remove the quotation marks from Authorization');
    assert.ok(preferred.edit && (await vscode.workspace.applyEdit(preferred.edit)));
    assert.equal(document.getText(), text.replaceAll('"', ''));
    assert.equal(statusOf(await diagnose(document, 4)), 200);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text, 'one undo takes it all back');
  });

  it('are applied and run again by a command, which says whether it helped', async () => {
    const text = quoted();
    const document = await openFile('apply-fix.http', text);
    await diagnose(document, 4);
    // Lines above that came in since do not matter.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# a new line\n');
    await vscode.workspace.applyEdit(edit);
    const target = { uri: document.uri.toString(), line: 5, fix: 'unquote-credential', runAgain: true };
    const after = await vscode.commands.executeCommand<Diagnosis>(applyCommand, target);
    assert.equal(statusOf(after), 200);
    assert.deepEqual(after.sinceFix, {
      text: 'The fix helped: 401 Unauthorized became 200 OK.',
      helped: true,
    });
  });

  it('edit an environment file that is open unsaved, and the request runs with what stands there', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const file = vscode.Uri.joinPath(folder, 'unsaved', '.env');
    await vscode.workspace.fs.writeFile(file, Buffer.from('unsavedToken=old\n'));
    const environment = await vscode.workspace.openTextDocument(file);
    const typed = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(0, 0, environment.lineCount, 0);
    typed.replace(file, whole, `# typed just now\nunsavedToken='"${token}"'\n`);
    await vscode.workspace.applyEdit(typed);
    const document = await openFile(
      'unsaved/request.http',
      `GET ${sandbox.origin}/api/v1/orders\nAuthorization: Bearer {{unsavedToken}}\n`,
    );
    assert.equal(statusOf(await diagnose(document, 0)), 401);
    const target = { uri: document.uri.toString(), line: 0, fix: 'unquote-credential', runAgain: true };
    const after = await vscode.commands.executeCommand<Diagnosis>(applyCommand, target);
    assert.equal(statusOf(after), 200);
    assert.equal(environment.getText(), `# typed just now\nunsavedToken='${token}'\n`);
    assert.ok(environment.isDirty, 'what the user was typing is not saved for them');
  });

  it('edit the settings that define the environment, which are saved', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const file = vscode.Uri.joinPath(folder, '.vscode', 'settings.json');
    const before = await vscode.workspace.fs.readFile(file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => '{}\n',
    );
    const settings = { 'httpyac.environmentVariables': { settled: { settledToken: `"${token}"` } } };
    const isRead = new Promise((resolve) => vscode.workspace.onDidChangeConfiguration(resolve));
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(settings, null, 2)));
    await isRead;
    try {
      const document = await openFile(
        'settled.http',
        `GET ${sandbox.origin}/api/v1/orders\nAuthorization: Bearer {{settledToken}}\n`,
      );
      const target = { uri: document.uri.toString(), line: 0, environment: 'settled' };
      assert.equal(statusOf(await vscode.commands.executeCommand<Diagnosis>(diagnoseCommand, target)), 401);
      const after = await vscode.commands.executeCommand<Diagnosis>(applyCommand, {
        ...target,
        fix: 'unquote-credential',
        runAgain: true,
      });
      assert.equal(statusOf(after), 200);
    } finally {
      // Through the document, which VS Code writes later settings by: what it holds must be what is on disk.
      const document = await vscode.workspace.openTextDocument(file);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(file, new vscode.Range(0, 0, document.lineCount, 0), before);
      const isReadAgain = new Promise((resolve) => vscode.workspace.onDidChangeConfiguration(resolve));
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await isReadAgain;
    }
  });

  it('change nothing where the request was changed since', async () => {
    const document = await openFile('changed.http', quoted());
    await diagnose(document, 4);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), 'Accept: */*\n');
    await vscode.workspace.applyEdit(edit);
    const target = { uri: document.uri.toString(), line: 5, fix: 'unquote-credential' };
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand(applyCommand, target)),
      /no such fix/i,
    );
  });
});

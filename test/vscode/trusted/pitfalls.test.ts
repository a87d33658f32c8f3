import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile } from '../documents';

const id = 'tls-verification-off';

/** What we mark in a document, once there are `count` marks. */
async function marks(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  for (;;) {
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source, code }) => source === 'API Troubleshooter' && typeof code === 'object');
    if (found.length === count) return found;
    await new Promise<void>((resolve) => {
      const subscription = vscode.languages.onDidChangeDiagnostics(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}

async function quickFix(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction> {
  for (;;) {
    const actions = await vscode.commands
      .executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      )
      .then(undefined, (error: unknown) => {
        // VS Code gives a question up when the answer changes meanwhile; an editor asks again.
        if (!(error instanceof Error && error.name === 'Canceled')) throw error;
        return [];
      });
    const ours = actions.find(({ title }) => title === 'Verify certificates');
    if (ours) return ours;
  }
}

describe('Pitfalls', () => {
  it('are marked when the file is saved, mended in one undo step, and then gone', async () => {
    const right = `import https from 'node:https';\n\nexport const agent = new https.Agent({ keepAlive: true });\n`;
    const document = await openFile('pitfall.ts', right);
    await marks(document, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(right.indexOf('keepAlive')), 'rejectUnauthorized: false, ');
    await vscode.workspace.applyEdit(edit);
    const wrong = document.getText();
    await document.save();

    const [mark] = await marks(document, 1);
    assert.ok(mark);
    assert.equal(mark.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(typeof mark.code === 'object' && mark.code.value, id);
    assert.equal(document.getText(mark.range), 'rejectUnauthorized: false');

    const fix = await quickFix(document, mark);
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), wrong.replace('rejectUnauthorized: false', 'rejectUnauthorized: true'));
    await marks(document, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), wrong);
    await marks(document, 1);
  });

  it('are switched off one by one', async () => {
    const document = await openFile(
      'switched.py',
      'import requests\n\nrequests.get("https://api.example.com/v1/orders", verify=False, timeout=5)\n',
    );
    await marks(document, 1);
    const settings = vscode.workspace.getConfiguration('apiTroubleshooter');
    const all = settings.get<string[]>('pitfalls') ?? [];
    await settings.update(
      'pitfalls',
      all.filter((each) => each !== id),
      vscode.ConfigurationTarget.Workspace,
    );
    await marks(document, 0);
    await settings.update('pitfalls', undefined, vscode.ConfigurationTarget.Workspace);
    await marks(document, 1);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const ID = 'api-troubleshooter.api-troubleshooter';

interface Manifest {
  contributes?: { commands?: { command: string }[] };
}

describe('The extension in a trusted workspace', () => {
  const extension = vscode.extensions.getExtension<unknown>(ID);

  it('is there, in a workspace that is trusted', () => {
    assert.ok(extension, `no extension ${ID}`);
    assert.equal(vscode.workspace.isTrusted, true);
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('registers every command that its manifest contributes', async () => {
    const contributed = ((extension?.packageJSON as Manifest).contributes?.commands ?? []).map(
      (each) => each.command,
    );
    assert.ok(contributed.length > 0, 'the manifest contributes no command');
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The extension in an untrusted workspace', () => {
  it('activates, in Restricted Mode', async () => {
    const extension = vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter');
    assert.equal(vscode.workspace.isTrusted, false);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});

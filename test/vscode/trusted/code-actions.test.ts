import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActionsAt } from '../code-actions-at';
import { openFile, positionOf } from '../documents';

const retry = 'refactor.rewrite.apiTroubleshooter.retry';
const tokenRefresh = 'refactor.rewrite.apiTroubleshooter.tokenRefresh';

const actionsAt = (document: vscode.TextDocument, at: string, kind?: string) =>
  codeActionsAt(document, positionOf(document, at), kind);

const sources: [file: string, source: string, call: string][] = [
  [
    'call.ts',
    `export async function load(): Promise<unknown> {\n  const response = await fetch('https://api.stateset.com/api/v1/orders');\n  return response.json();\n}\n`,
    'fetch(',
  ],
  [
    'call.js',
    `export async function load() {\n\tconst response = await fetch("https://api.stateset.com/api/v1/orders");\r\n\treturn response.json();\n}\n`,
    'fetch(',
  ],
  [
    'call.py',
    `import requests\n\n\ndef load():\n    return requests.get("https://api.stateset.com/api/v1/orders", timeout=5).json()\n`,
    'requests.get(',
  ],
];

describe('Code actions', () => {
  for (const [file, source, call] of sources) {
    it(`offer retry and token refresh on a call in ${file}`, async () => {
      const document = await openFile(file, source);
      const kinds = (await actionsAt(document, call)).map(({ kind }) => kind?.value).sort();
      assert.deepEqual(kinds, [retry, `${retry}InModule`, tokenRefresh]);
    });

    it(`insert retry once, in one undo step, in ${file}`, async () => {
      const document = await openFile(file, source);
      const before = document.getText();
      const [action] = await actionsAt(document, call, retry);
      assert.ok(action?.edit);
      await vscode.workspace.applyEdit(action.edit);
      assert.notEqual(document.getText(), before);
      const left = (await actionsAt(document, 'api.stateset.com', retry)).filter(
        ({ kind }) => kind?.value === retry,
      );
      assert.deepEqual(left, []);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }

  it('are silent where there is no call', async () => {
    const document = await openFile('quiet.ts', 'const fetch = 1;\nexport default fetch;\n');
    assert.deepEqual(await actionsAt(document, 'const'), []);
  });

  it('come from the palette, too', async () => {
    const document = await openFile('palette.ts', sources[0]?.[1] ?? '');
    const editor = vscode.window.activeTextEditor;
    const position = positionOf(document, 'fetch(');
    if (editor) editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('apiTroubleshooter.insertRetry');
    assert.match(document.getText(), /fetchWithRetry/);
  });

  it('say why nothing is inserted', async () => {
    await openFile('nothing.ts', 'export const a = 1;\n');
    await assert.rejects(
      Promise.resolve(vscode.commands.executeCommand('apiTroubleshooter.insertRetry')),
      /no supported HTTP call at the cursor/,
    );
  });
});

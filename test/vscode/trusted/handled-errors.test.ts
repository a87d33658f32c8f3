import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActionsAt } from '../code-actions-at';
import { openFile, positionOf } from '../documents';

/** A line that handles an error, the cursor in it, and what is offered there for which call. */
const handled: [file: string, source: string, at: string, kind: string, written: RegExp][] = [
  [
    'handled.ts',
    `export async function a(id: string) {\n  await fetch('https://api.stateset.com/api/v1/one');\n  const r = await fetch(\`https://api.stateset.com/api/v1/\${id}\`);\n  if (r.status === 429) throw new Error('busy');\n  return r;\n}\n`,
    '429',
    'retry',
    /await fetch\('.*\/one'\);\s+const r = await fetchWithRetry\(/,
  ],
  [
    'handled.js',
    `export async function a() {\n  try {\n    return await fetch('https://api.stateset.com/api/v1/orders');\n  } catch (error) {\n    if (error.code === 'TOKEN_EXPIRED') return null;\n    throw error;\n  }\n}\n`,
    'TOKEN_EXPIRED',
    'tokenRefresh',
    /return await fetchWithTokenRefresh\(/,
  ],
  [
    'handled.py',
    `import requests\n\n\ndef a():\n    r = requests.get("https://api.stateset.com/api/v1/orders", timeout=5)\n    if r.status_code == 503:\n        return None\n    return r.json()\n`,
    '503',
    'retry',
    /r = request_with_retry\(/,
  ],
  [
    'handled.go',
    `package a\n\nimport "net/http"\n\nfunc a() bool {\n\tr, err := http.Get("https://api.stateset.com/api/v1/orders")\n\treturn err == nil && r.StatusCode != http.StatusTooManyRequests\n}\n`,
    'StatusTooManyRequests',
    'retry',
    /r, err := \w*[rR]etry\w*\(/,
  ],
];

/** A call that cannot be given what is asked for, and why. */
const disabled: [file: string, source: string, at: string, command: string, reason: RegExp][] = [
  [
    'post.ts',
    `export const a = (body: string) => fetch('https://api.example.com/v2/orders', { method: 'POST', body });\n`,
    'v2/orders',
    'insertRetry',
    /may do (?:the|its) work twice/,
  ],
  [
    'stream.ts',
    `import { createReadStream } from 'node:fs';\n\nexport const a = () =>\n  fetch('https://api.example.com/v2/files', { method: 'PUT', body: createReadStream('a.bin') });\n`,
    'v2/files',
    'insertRetry',
    /The body is a stream/,
  ],
];

describe('Code that handles an error', () => {
  for (const [file, source, at, kind, written] of handled)
    it(`${file}: ${at} offers ${kind} for its call, and nothing else`, async () => {
      const document = await openFile(file, source);
      const actions = (await codeActionsAt(document, positionOf(document, at))).filter(
        // The same in a module of its own.
        (action) => !action.kind?.value.endsWith('.module'),
      );
      assert.deepEqual(
        actions.flatMap(({ kind }) => (kind?.value.endsWith('InModule') ? [] : kind?.value)),
        [`refactor.rewrite.apiTroubleshooter.${kind}`],
      );
      assert.ok(actions[0]?.edit && (await vscode.workspace.applyEdit(actions[0].edit)));
      assert.match(document.getText(), written);
    });
});

describe('A call that an action does not suit', () => {
  for (const [file, source, at, command, reason] of disabled)
    it(`${file}: the lightbulb has no edit, and the palette says why`, async () => {
      const document = await openFile(file, source);
      const place = positionOf(document, at);
      const kind = 'refactor.rewrite.apiTroubleshooter.retry';
      for (const action of await codeActionsAt(document, place, kind))
        assert.match(action.disabled?.reason ?? 'no reason', reason);
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document, document);
      editor.selection = new vscode.Selection(place, place);
      await assert.rejects(
        Promise.resolve(vscode.commands.executeCommand(`apiTroubleshooter.${command}`)),
        reason,
      );
      assert.equal(document.getText(), source);
    });
});

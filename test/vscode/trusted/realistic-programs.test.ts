import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { snippetKinds } from '../../../src/core/snippets/snippet-catalog';
import { applyAtCursor, codeActionsAt } from '../code-actions-at';
import { openFile, positionOf } from '../documents';
import { expectedAfter, extensionPath } from '../expected-action';

const commandOf = { retry: 'insertRetry', tokenRefresh: 'insertTokenRefresh' } as const;

/** Files of `test/vscode/programs`, VS Code's language of each, and a place inside a call that stays inside it when the call is rewritten. */
const programs: [file: string, languageId: string, inCall: string, api?: 'stateset'][] = [
  ['orders-fetch.ts', 'typescript', '/orders?status', 'stateset'],
  ['orders-axios.ts', 'typescript', 'v2/orders\''],
  ['orders-got.ts', 'typescript', 'v2/stock'],
  ['orders-ky.ts', 'typescript', "'prices'"],
  ['orders-undici.ts', 'typescript', 'v2/shipments'],
  ['dashboard.jsx', 'javascriptreact', '/orders?status', 'stateset'],
  ['sync.js', 'javascript', "v2/changes'"],
  ['orders_requests.py', 'python', 'status": "open', 'stateset'],
  ['orders_httpx.py', 'python', 'v2/stock'],
  ['orders_aiohttp.py', 'python', 'v2/prices'],
  ['orders_urllib.py', 'python', 'v2/changes'],
  ['orders.go', 'go', 'Do(req)', 'stateset'],
  ['OrdersJdk.java', 'java', 'send(request', 'stateset'],
  ['OrdersOkHttp.java', 'java', 'newCall(request'],
  ['orders_net_http.rb', 'ruby', "'Authorization' =>", 'stateset'],
  ['orders_faraday.rb', 'ruby', "'/v2/prices'"],
  ['orders-curl.php', 'php', '$handle);\n        if', 'stateset'],
  ['orders-guzzle.php', 'php', "'/v2/stock'"],
  ['orders.sh', 'shellscript', '/orders?status', 'stateset'],
  ['Orders.cs', 'csharp', '/orders?status', 'stateset'],
  ['orders.rs', 'rust', '/orders?status', 'stateset'],
]; // prettier-ignore

const lineEnds = { LF: '\n', CRLF: '\r\n' } as const;

describe('In a realistic program', () => {
  for (const [file, languageId, inCall, api] of programs)
    for (const [name, lineEnd] of Object.entries(lineEnds))
      for (const kind of snippetKinds) {
        it(`${file} with ${name}: ${kind} is what the core composes, is there once, and is undone at once`, async () => {
          const text = await readFile(join(extensionPath, 'test', 'vscode', 'programs', file), 'utf8');
          const before = text.replaceAll('\n', lineEnd);
          const document = await openFile(`${name}-${file}`, before);
          assert.equal(document.languageId, languageId);
          const place = () => positionOf(document, inCall.replaceAll('\n', lineEnd));
          const expected = await expectedAfter(document, document.offsetAt(place()), kind, indent(), api);
          assert.ok(expected, 'the core composes nothing');

          const editor = vscode.window.activeTextEditor;
          assert.equal(editor?.document, document);
          editor.selection = new vscode.Selection(place(), place());
          const wanted = `refactor.rewrite.apiTroubleshooter.${kind}`;
          await applyAtCursor(document, wanted);
          assert.equal(document.getText(), expected);
          assert.deepEqual(await codeActionsAt(document, place(), wanted), [], 'it is offered again');
          await vscode.commands.executeCommand('undo');
          assert.equal(document.getText(), before);

          editor.selection = new vscode.Selection(place(), place());
          await vscode.commands.executeCommand(`apiTroubleshooter.${commandOf[kind]}`);
          assert.equal(document.getText(), expected, 'the palette’s command writes something else');
          await vscode.commands.executeCommand('undo');
          assert.equal(document.getText(), before);
        });
      }
});

/** One level of indentation in the editor that is shown, for a file that has none. */
function indent(): string {
  const { insertSpaces, tabSize } = vscode.window.activeTextEditor?.options ?? {};
  return insertSpaces === false ? '\t' : ' '.repeat(typeof tabSize === 'number' ? tabSize : 4);
}

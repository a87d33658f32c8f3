import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { snippetKinds } from '../../../src/core/snippets/snippet-catalog';
import { applyAtCursor, codeActionsAt } from '../code-actions-at';
import { openFile, positionOf } from '../documents';
import { expectedAfter, extensionPath } from '../expected-action';
import { programs } from '../programs-table';

const commandOf = { retry: 'insertRetry', tokenRefresh: 'insertTokenRefresh' } as const;

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

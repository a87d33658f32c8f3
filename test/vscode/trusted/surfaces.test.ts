import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, positionOf } from '../documents';

const answer =
  '{"error":{"code":"TOKEN_EXPIRED","message":"Access token has expired","request_id":"req_51"}}';

async function explains(document: vscode.TextDocument): Promise<void> {
  const [markdown = '', ...more] = await hoversAt(document, positionOf(document, 'TOKEN_EXPIRED', 2));
  assert.match(markdown, /StateSet API/);
  assert.match(markdown, /req_51/);
  assert.deepEqual(more, []);
}

describe('A code is explained in', () => {
  it('the cell of a notebook', async () => {
    const cell = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Code,
      `raise ApiError('TOKEN_EXPIRED')  # ${answer}`,
      'python',
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await explains(notebook.cellAt(0).document);
  });

  it('an Output channel', async () => {
    const channel = vscode.window.createOutputChannel('Order service');
    try {
      channel.appendLine(`12:04:31 payment refused: ${answer}`);
      channel.show();
      await explains(await outputDocument('payment refused'));
    } finally {
      channel.dispose();
    }
  });

  it('a log channel', async () => {
    const channel = vscode.window.createOutputChannel('Order service (log)', { log: true });
    try {
      channel.error(`refund refused: ${answer}`);
      channel.show();
      await explains(await outputDocument('refund refused'));
    } finally {
      channel.dispose();
    }
  });

  const languages: [language: string, text: string][] = [
    ['search-result', `# Query: TOKEN\n\nlogs/app.log:\n  12: answer ${answer}\n`],
    ['markdown', `# Postmortem\n\n\`\`\`json\n${answer}\n\`\`\`\n`],
    ['plaintext', answer],
    ['yaml', `response: '${answer}'\n`],
    ['shellscript', `# ${answer}\n`],
    ['jsonl', `{"level":"error"}\n${answer}\n`],
    ['diff', `- ok\n+ ${answer}\n`],
  ];
  for (const [language, content] of languages)
    it(`an unsaved document of ${language}`, async () => {
      await explains(await vscode.workspace.openTextDocument({ language, content }));
    });
});

/** The document of the Output view, once it shows `text`: the view reads what was written a moment later. */
function outputDocument(text: string): Promise<vscode.TextDocument> {
  const shown = (): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.scheme === 'output' && document.getText().includes(text),
    );
  return new Promise((resolve) => {
    const look = (): void => {
      const document = shown();
      if (!document) return;
      for (const each of listening) each.dispose();
      resolve(document);
    };
    const listening = [
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(look),
    ];
    look();
  });
}

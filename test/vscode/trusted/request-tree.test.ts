import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { OutcomeBook } from '../../../src/vscode/diagnose/outcome-book';
import { RequestTree } from '../../../src/vscode/requests/request-tree';

/** Within it the view is there before anybody waits for it. */
const longestMilliseconds = 1500;

describe('The tree of the workspace’s requests', () => {
  const folder = vscode.Uri.joinPath(
    vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri,
    'request-tree',
  );
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), Buffer.from(text));
  const secret = 'sk_live_0123456789abcdef';
  let book: OutcomeBook;
  let tree: RequestTree;

  beforeEach(() => {
    book = new OutcomeBook();
    tree = new RequestTree(book);
  });
  afterEach(async () => {
    book.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const inFolder = async () =>
    (await tree.getChildren()).filter(({ uri }) => uri.path.startsWith(`${folder.path}/`));

  it('lists files by their paths, and the requests of the one that is opened, with their outcomes', async () => {
    await write('b.http', 'GET https://b.example/');
    await write(
      'a.http',
      `### First\nGET https://a.example/1 HTTP/1.1\n\n###\nPOST https://a.example/2?api_key=${secret}\n`,
    );
    const files = await inFolder();
    assert.deepEqual(
      files.map(({ uri }) => uri.path.split('/').at(-1)),
      ['a.http', 'b.http'],
    );
    const [file] = files;
    assert.ok(file);
    assert.equal(tree.getTreeItem(file).description, 'request-tree');
    const diagnosis = {
      outcome: { kind: 'response', status: 401, reason: 'Unauthorized' },
      problem: { id: 'x', title: 'Token expired', summary: '' },
      causes: [],
    } as unknown as Diagnosis;
    book.add(file.uri, { line: 1, firstLine: 0, lastLine: 2, diagnosis, number: 1 });
    const items = (await tree.getChildren(file)).map((node) => tree.getTreeItem(node));
    assert.deepEqual(
      items.map(({ label, description }) => [label, description]),
      [
        ['First', '401 · Token expired'],
        [items[1]?.label, ''],
      ],
    );
    assert.match(String(items[1]?.label), /^POST https:\/\/a\.example\/2/);
    assert.ok(!JSON.stringify(items).includes(secret));
    assert.deepEqual(
      items.map(({ iconPath }) => (iconPath as vscode.ThemeIcon).id),
      ['error', 'circle-outline'],
    );
  });

  it('is quick in a workspace of a thousand files', async () => {
    const numbers = Array.from({ length: 900 }, (_, number) => number);
    await Promise.all(
      numbers.map((number) => write(`many/${number}.http`, 'GET https://a.example/\n\n###\n'.repeat(20))),
    );
    const start = performance.now();
    const files = await inFolder();
    const milliseconds = performance.now() - start;
    assert.equal(files.length, 900);
    assert.ok(milliseconds < longestMilliseconds, `${milliseconds} ms`);
  });
});

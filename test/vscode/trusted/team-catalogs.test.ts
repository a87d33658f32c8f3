import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, openFile, positionOf } from '../documents';

const catalog = (code: string): string => `id: acme
name: Acme
problems:
  - id: exploded
    codes: [${code}]
    title: { en: It exploded, pt-BR: Explodiu }
    summary: { en: The thing exploded., pt-BR: A coisa explodiu. }
    source: Acme guide
`;

describe('A team’s own catalog', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
  const remove = (): Thenable<void> =>
    vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.api-troubleshooter'), { recursive: true });

  it('is read from .api-troubleshooter, one with an error is shown at its line, and the rest still work', async () => {
    const broken = await openFile(
      '.api-troubleshooter/broken.yaml',
      `${catalog('NEVER_SEEN')}    when: jwt.expird\n`,
    );
    await openFile('.api-troubleshooter/acme.yaml', catalog('ACME_EXPLODED').replace('acme', 'acme2'));
    try {
      const document = await openFile('acme.log', 'ERROR ACME_EXPLODED and NEVER_SEEN and TOKEN_EXPIRED');
      const [markdown] = await eventually(() => hoversAt(document, positionOf(document, 'ACME_EXPLODED')));
      assert.match(markdown ?? '', /It exploded/);
      assert.deepEqual(await hoversAt(document, positionOf(document, 'NEVER_SEEN')), []);
      assert.equal((await hoversAt(document, positionOf(document, 'TOKEN_EXPIRED'))).length, 1);
      const [diagnostic] = vscode.languages
        .getDiagnostics(broken.uri)
        .filter(({ source }) => source === 'API Troubleshooter');
      assert.equal(diagnostic?.range.start.line, 8);
      assert.match(diagnostic.message, /did you mean "jwt.expired"/);
    } finally {
      await remove();
    }
  });
});

/** The file watcher tells of new files a moment after they were written: asks again at every such event. */
async function eventually(ask: () => Promise<string[]>): Promise<string[]> {
  for (;;) {
    const answer = await ask();
    if (answer.length > 0) return answer;
    await new Promise((again) => setImmediate(again));
  }
}

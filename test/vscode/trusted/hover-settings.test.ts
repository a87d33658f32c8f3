import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, openFile, positionOf } from '../documents';

const settings = () => vscode.workspace.getConfiguration('apiTroubleshooter');
const kinds = ['status', 'code', 'message', 'field'] as const;

/** Where something of a kind stands in `text`. */
const text = `HTTP/1.1 429 Too Many Requests
Retry-After: 60

{"error":{"code":"TOKEN_EXPIRED","message":"database is locked"}}
`;
const places: Record<(typeof kinds)[number], string> = {
  status: '429',
  code: 'TOKEN_EXPIRED',
  message: 'database is locked',
  field: 'Retry-After',
};

describe('The settings of hovers', () => {
  afterEach(async () => {
    await settings().update('hover.kinds', undefined, vscode.ConfigurationTarget.Workspace);
    for (const overrideInLanguage of [true, false]) {
      const scope = overrideInLanguage ? { languageId: 'python' } : undefined;
      await vscode.workspace
        .getConfiguration('apiTroubleshooter', scope)
        .update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace, overrideInLanguage);
    }
  });

  for (const kind of kinds)
    it(`switch off ${kind} alone`, async () => {
      const document = await openFile('kinds.txt', text);
      const explained = async () => {
        const found: string[] = [];
        for (const each of kinds)
          if ((await hoversAt(document, positionOf(document, places[each]))).length > 0) found.push(each);
        return found;
      };
      assert.deepEqual(await explained(), kinds);
      const all = settings().get<string[]>('hover.kinds') ?? [];
      const others = all.filter((each) => each !== kind);
      await settings().update('hover.kinds', others, vscode.ConfigurationTarget.Workspace);
      assert.deepEqual(
        await explained(),
        kinds.filter((each) => each !== kind),
      );
    });

  it('switch one language off', async () => {
    const python = await openFile('language.py', `if error.code == 'TOKEN_EXPIRED':\n    pass\n`);
    const javascript = await openFile('language.js', `if (error.code === 'TOKEN_EXPIRED') {}\n`);
    const at = (document: vscode.TextDocument) => hoversAt(document, positionOf(document, 'TOKEN_EXPIRED'));
    assert.equal((await at(python)).length, 1);
    await vscode.workspace
      .getConfiguration('apiTroubleshooter', { languageId: 'python' })
      .update('hover.enabled', false, vscode.ConfigurationTarget.Workspace, true);
    assert.deepEqual(await at(python), []);
    assert.equal((await at(javascript)).length, 1);
  });
});

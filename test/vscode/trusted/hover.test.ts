import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoversAt, openFile, positionOf } from '../documents';

const log = `2026-11-21T08:14:03Z stateset-api ERROR request failed code=TOKEN_EXPIRED path=/api/v1/orders
127.0.0.1 - - [21/Nov/2026:08:14:03 +0000] "GET /api/v1/orders HTTP/1.1" 429 503 "-" "curl/7.88.1"
2026-11-21T08:14:05Z stateset-api ERROR Error: database is locked
`;

describe('Hover', () => {
  const cases: [file: string, text: string, at: string, expected: RegExp][] = [
    [
      'hover.ts',
      `// api.stateset.com\nif (error.code === 'TOKEN_EXPIRED') {}\n`,
      'TOKEN_EXPIRED',
      /StateSet API/,
    ],
    [
      'hover.py',
      `URL = "https://api.stateset.com"\nif r.status_code == 429:\n    pass\n`,
      '429',
      /RATE_LIMIT_EXCEEDED/,
    ],
    [
      'hover.json',
      '{ "error": { "code": "RATE_LIMIT_EXCEEDED", "message": "Rate limit exceeded" } }',
      'RATE_LIMIT',
      /StateSet API/,
    ],
    ['hover.log', log, 'TOKEN_EXPIRED', /StateSet API/],
    ['hover.log', log, ' 429 ', /StateSet API/],
    ['hover.log', log, 'database is locked', /StateSet API/],
    ['hover.txt', 'HTTP/1.1 418 but then status: 404 and nothing else', '404', /404/],
  ];
  for (const [file, text, at, expected] of cases) {
    it(`explains ${at.trim()} in ${file}`, async () => {
      const document = await openFile(file, text);
      const [markdown = '', ...more] = await hoversAt(document, positionOf(document, at, 2));
      assert.match(markdown, expected);
      assert.deepEqual(more, []);
    });
  }

  const silent: [file: string, text: string, at: string][] = [
    ['silent.log', log, '503'],
    ['silent.ts', 'const port = 404;\n', '404'],
    ['silent.ts', 'const TIMEOUT = 30;\n', 'TIMEOUT'],
  ];
  for (const [file, text, at] of silent) {
    it(`is silent on ${at} in: ${text.slice(0, 40).trim()}`, async () => {
      const document = await openFile(file, text);
      assert.deepEqual(await hoversAt(document, positionOf(document, at)), []);
    });
  }

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('apiTroubleshooter');
    const document = await openFile('hover.log', log);
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(await hoversAt(document, positionOf(document, 'TOKEN_EXPIRED')), []);
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('The command explain', () => {
  const explain = (argument: unknown) =>
    vscode.commands.executeCommand<{ api: { id: string }; problem: { codes: string[] } } | undefined>(
      'apiTroubleshooter.explain',
      argument,
    );

  it('explains the error in a text', async () => {
    const explanation = await explain({
      text: '{"error":{"code":"TOKEN_EXPIRED","message":"Access token has expired"}}',
      languageId: 'json',
    });
    assert.equal(explanation?.api.id, 'stateset');
    assert.deepEqual(explanation.problem.codes, ['TOKEN_EXPIRED']);
  });

  for (const argument of [{ text: 'nothing to see here' }, { text: 7 }, 'text', { text: 'x', offset: 99 }]) {
    it(`answers nothing to ${JSON.stringify(argument)}`, async () => {
      await openFile('empty.txt', '');
      assert.equal(await explain(argument), undefined);
    });
  }
});

describe('A problem’s page', () => {
  it('is a virtual Markdown document', async () => {
    const uri = vscode.Uri.parse('api-troubleshooter:/stateset/token-expired.md');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, /^# /);
    assert.match(text, /auth\/refresh/);
  });

  it('of no known problem is a sentence', async () => {
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand('apiTroubleshooter.showProblem', { api: 'nobody', problem: 'x' }),
      ),
      /No catalog has the problem "nobody\/x"/,
    );
  });
});

describe('Hover on a header field', () => {
  it('explains the field and reads its value', async () => {
    const document = await openFile(
      'fields.txt',
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 60\nX-RateLimit-Reset: 1699564800\n',
    );
    assert.match(
      (await hoversAt(document, positionOf(document, 'Retry-After')))[0] ?? '',
      /1 min after the answer/,
    );
    assert.match(
      (await hoversAt(document, positionOf(document, 'X-RateLimit')))[0] ?? '',
      /2023-11-09 21:20 UTC/,
    );
  });
});

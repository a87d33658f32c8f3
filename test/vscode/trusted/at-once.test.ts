import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { openFile } from '../documents';
import { type GateServer, startGateServer } from '../../runtime/gate-server';

const diagnose = (document: vscode.TextDocument, line: number): Promise<Diagnosis> =>
  Promise.resolve(
    vscode.commands.executeCommand<Diagnosis>('apiTroubleshooter.diagnoseRequest', {
      uri: document.uri,
      line,
    }),
  );

const statusOf = ({ outcome }: Diagnosis): number | undefined =>
  outcome.kind === 'response' ? outcome.status : undefined;

/** `line: first line of the message`, of the entries in the Problems view. */
const entries = (document: vscode.TextDocument): string[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'API Troubleshooter')
    .map(({ range, message }) => `${range.start.line}: ${message.split(' ')[0]}`)
    .sort();

describe('Two diagnoses at once', () => {
  let server: GateServer;
  before(async () => void (server = await startGateServer()));
  after(() => server.close());

  it('of one request: what was begun last is what counts, also where it ended first', async () => {
    const document = await openFile('twice.http', `GET ${server.origin}/twice\n`);
    const older = diagnose(document, 0);
    const first = await server.arrival('/twice');
    const newer = diagnose(document, 0);
    const second = await server.arrival('/twice');
    second.writeHead(403).end();
    assert.equal(statusOf(await newer), 403);
    first.writeHead(401).end();
    assert.equal(statusOf(await older), 401);
    assert.deepEqual(entries(document), ['0: 403']);
    await vscode.commands.executeCommand('apiTroubleshooter.copySupportReport');
    assert.match(await vscode.env.clipboard.readText(), /403/);
    await server.quiet();
  });

  it('of two requests of a file: each gets its own answer, and both stay', async () => {
    const text = `GET ${server.origin}/a\n\n###\nGET ${server.origin}/b\n`;
    const document = await openFile('two.http', text);
    const [a, b] = [diagnose(document, 0), diagnose(document, 3)];
    const answers = await Promise.all([server.arrival('/a'), server.arrival('/b')]);
    answers[1].writeHead(404).end();
    answers[0].writeHead(401).end();
    assert.deepEqual([await a, await b].map(statusOf), [401, 404]);
    assert.deepEqual(entries(document), ['0: 401', '3: 404']);
    await server.quiet();
  });

  it('of two files: each gets its own answer, and both stay', async () => {
    const documents = [
      await openFile('one.http', `GET ${server.origin}/one\n`),
      await openFile('other.http', `GET ${server.origin}/other\n`),
    ] as const;
    const running = documents.map((document) => diagnose(document, 0));
    const [one, other] = await Promise.all([server.arrival('/one'), server.arrival('/other')]);
    other.writeHead(500).end();
    one.writeHead(401).end();
    assert.deepEqual((await Promise.all(running)).map(statusOf), [401, 500]);
    assert.deepEqual(documents.map(entries), [['0: 401'], ['0: 500']]);
    await server.quiet();
  });

  it('of requests that log in: what one brought is there after the other ended', async () => {
    const login = `# @name login\nGET ${server.origin}/login\n`;
    const use = `GET ${server.origin}/use\nX-Id: {{login.id}}\n`;
    const document = await openFile('logins.http', `${login}\n###\nGET ${server.origin}/slow\n\n###\n${use}`);
    const slow = diagnose(document, 4);
    const slowAnswer = await server.arrival('/slow');
    const loggedIn = diagnose(document, 1);
    const loginAnswer = await server.arrival('/login');
    loginAnswer.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":"7"}');
    await loggedIn;
    slowAnswer.end();
    await slow;
    const using = diagnose(document, 7);
    const useAnswer = await Promise.race([server.arrival('/use'), using]);
    if ('outcome' in useAnswer) assert.fail(JSON.stringify(useAnswer.outcome));
    assert.equal(useAnswer.req.headers['x-id'], '7');
    useAnswer.end();
    await using;
    await server.quiet();
  });
});

describe('A file that is edited while its request runs', () => {
  let server: GateServer;
  before(async () => void (server = await startGateServer()));
  after(() => server.close());

  /** Diagnoses the second of two equal requests without a scheme, edits meanwhile, and applies the fix after. */
  async function fixedAfter(
    name: string,
    edit: (edits: vscode.WorkspaceEdit, uri: vscode.Uri) => void,
  ): Promise<string> {
    const request = `GET ${server.origin}/x\nAuthorization: eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.x\n`;
    const document = await openFile(name, `### first\n${request}\n### second\n${request}`);
    const running = diagnose(document, 5);
    const answer = await server.arrival('/x');
    const edits = new vscode.WorkspaceEdit();
    edit(edits, document.uri);
    assert.ok(await vscode.workspace.applyEdit(edits));
    answer.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end();
    const { fixes = [] } = await running;
    assert.ok(
      fixes.some(({ id }) => id === 'add-scheme'),
      JSON.stringify(fixes),
    );
    for (let line = 0; line < document.lineCount; line++)
      await Promise.resolve(
        vscode.commands.executeCommand('apiTroubleshooter.applyFix', {
          uri: document.uri.toString(),
          line,
          fix: 'add-scheme',
        }),
      ).catch(() => {});
    return document.getText();
  }
  const bearers = (text: string): number[] =>
    text.split('\n').flatMap((line, at) => (line.startsWith('Authorization: Bearer ') ? [at] : []));

  it('is mended where the request went', async () => {
    const text = await fixedAfter('mended.http', (edits, uri) =>
      edits.insert(uri, new vscode.Position(0, 0), '# a comment\n# and another\n'),
    );
    assert.deepEqual(bearers(text), [8]);
  });

  it('is left alone where the request itself was edited', async () => {
    const text = await fixedAfter('left.http', (edits, uri) =>
      edits.insert(uri, new vscode.Position(6, 0), 'X-New: 1\n'),
    );
    assert.deepEqual(bearers(text), []);
  });

  it('is left alone where the request was taken out, though another reads the same', async () => {
    const text = await fixedAfter('taken-out.http', (edits, uri) =>
      edits.delete(uri, new vscode.Range(4, 0, 7, 0)),
    );
    assert.deepEqual(bearers(text), []);
  });
});

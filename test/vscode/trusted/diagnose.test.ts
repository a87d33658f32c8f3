import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { openFile } from '../documents';

const command = 'apiTroubleshooter.diagnoseRequest';

describe('The command diagnoseRequest', () => {
  let sandbox: Sandbox;
  let tokens: Record<string, string>;

  before(async () => {
    sandbox = await startSandbox();
    tokens = (await (await fetch(`${sandbox.origin}/_sandbox/tokens`)).json()) as Record<string, string>;
  });
  after(() => sandbox.close());

  const diagnose = async (text: string, line = 0): Promise<Diagnosis> => {
    const document = await openFile('diagnose.http', text);
    return vscode.commands.executeCommand<Diagnosis>(command, { uri: document.uri, line });
  };
  const orders = (header: string): string => `GET ${sandbox.origin}/api/v1/orders\n${header}\n`;
  const verdictOf = (diagnosis: Diagnosis, id: string) =>
    diagnosis.causes.find((cause) => cause.id === id)?.verdict;

  it('confirms an expired token with its exp, and rules the missing header out', async () => {
    const diagnosis = await diagnose(orders(`Authorization: Bearer ${tokens['expired']}`));
    assert.equal(diagnosis.outcome.kind === 'response' && diagnosis.outcome.status, 401);
    assert.equal(diagnosis.api?.id, 'stateset');
    assert.equal(diagnosis.problem?.code, 'TOKEN_EXPIRED');
    const [first] = diagnosis.causes;
    assert.equal(first?.verdict, 'confirmed');
    assert.match(first.evidence.join(' '), /exp.*UTC/);
    assert.equal(verdictOf(diagnosis, 'auth-header-missing'), 'ruled-out');
    assert.equal(JSON.stringify(diagnosis).includes(tokens['expired'] ?? '?'), false, 'the token shows');
  });

  it('answers a good request with no problem and no cause confirmed', async () => {
    const diagnosis = await diagnose(orders(`Authorization: Bearer ${tokens['valid']}`));
    assert.equal(diagnosis.problem, undefined);
    assert.deepEqual(
      diagnosis.causes.filter(({ verdict }) => verdict === 'confirmed'),
      [],
    );
  });

  it('confirms the missing credential', async () => {
    assert.equal(
      verdictOf(await diagnose(orders('Accept: application/json')), 'auth-header-missing'),
      'confirmed',
    );
  });

  it('says when to try again after a 429', async () => {
    const header = `X-API-Key: ${tokens['usedUpApiKey']}`;
    const diagnosis = await diagnose(orders(header));
    assert.equal(diagnosis.outcome.kind === 'response' && diagnosis.outcome.status, 429);
    assert.ok(Date.parse(diagnosis.retryAt ?? '') > Date.now() - 1000);
  });

  it('does not send a request with an undefined variable, and names it', async () => {
    const diagnosis = await diagnose(
      `GET ${sandbox.origin}/api/v1/orders\nAuthorization: Bearer {{nobodyDefinedThis}}\n`,
    );
    assert.equal(diagnosis.outcome.kind === 'failure' && diagnosis.outcome.code, 'UNRESOLVED_VARIABLE');
    assert.match(diagnosis.causes[0]?.evidence.join(' ') ?? '', /nobodyDefinedThis/);
  });

  it('explains a refused connection', async () => {
    const diagnosis = await diagnose('GET http://127.0.0.1:4/\n');
    assert.equal(diagnosis.outcome.kind === 'failure' && diagnosis.outcome.code, 'ECONNREFUSED');
    assert.equal(diagnosis.causes[0]?.verdict, 'confirmed');
  });

  it('marks the request’s line in the Problems view, and forgets it when the request is edited', async () => {
    const document = await openFile(
      'marked.http',
      `### first\n${orders(`Authorization: Bearer ${tokens['expired']}`)}`,
    );
    await vscode.commands.executeCommand(command, { uri: document.uri, line: 1 });
    const ours = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'API Troubleshooter');
    assert.equal(ours()[0]?.range.start.line, 1);
    assert.match(ours()[0]?.message ?? '', /401/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'Accept: */*\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(ours(), []);
  });

  /** Diagnoses a request during which its document is edited; answers the lines that the Problems view marks. */
  async function editedWhileRunning(name: string, line: number, text: string): Promise<number[]> {
    let edited: Promise<boolean> | undefined;
    const server = createServer((_request, response) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(line, 0), text);
      edited = Promise.resolve(vscode.workspace.applyEdit(edit));
      void edited.then(() => response.writeHead(401).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const document = await openFile(name, `### first\nGET http://127.0.0.1:${port}/\nAccept: */*\n`);
    await vscode.commands.executeCommand(command, { uri: document.uri, line: 1 });
    server.close();
    assert.equal(await edited, true);
    return vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'API Troubleshooter')
      .map(({ range }) => range.start.line);
  }

  it('puts the outcome where the request went when lines were added above while it ran', async () => {
    assert.deepEqual(await editedWhileRunning('edited-above.http', 0, '# a comment\n# and another\n'), [3]);
  });

  it('puts no outcome at a request that was edited while it ran', async () => {
    assert.deepEqual(await editedWhileRunning('edited-inside.http', 2, 'X-New: 1\n'), []);
  });

  it('writes the report in the language of support', async () => {
    const dumont = sandbox.origins['dumont'] ?? '';
    const { api, report } = await diagnose(`GET ${dumont}/api/v1/balance\n`);
    assert.equal(api?.id, 'dumont');
    assert.match(report, /## Requisição/);
  });

  it('offers a lens over every request', async () => {
    const document = await openFile(
      'lenses.http',
      '### a\nGET http://127.0.0.1:4/a\n\n### b\nPOST http://127.0.0.1:4/b\n',
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const ours = lenses.filter(({ command: lensCommand }) => lensCommand?.command === command);
    assert.deepEqual(
      ours.map(({ range }) => range.start.line),
      [1, 4],
    );
  });

  const refused: [name: string, argument: () => Promise<unknown>, message: RegExp][] = [
    [
      'a line without a request',
      async () => ({ uri: (await openFile('none.http', '# only a comment\n')).uri, line: 0 }),
      /no request at line 1/i,
    ],
    ['an empty file', async () => ({ uri: (await openFile('empty.http', '')).uri }), /empty/],
    ['a file that is not there', () => Promise.resolve({ uri: '/nowhere/at-all.http' }), /cannot be read/],
    ['a wrong argument', () => Promise.resolve({ line: -1 }), /The command takes/],
  ];
  for (const [name, argument, message] of refused) {
    it(`rejects ${name} with one sentence`, async () => {
      const given = await argument();
      await assert.rejects(Promise.resolve(vscode.commands.executeCommand(command, given)), message);
    });
  }
});

describe('The sample request', () => {
  after(() => vscode.commands.executeCommand('apiTroubleshooter.stopSandbox'));

  it('opens unsaved beside a running sandbox, and can be diagnosed at once', async () => {
    await vscode.commands.executeCommand('apiTroubleshooter.openSample');
    const diagnosis = await vscode.commands.executeCommand<Diagnosis>(command);
    assert.equal(diagnosis.outcome.kind === 'response' && diagnosis.outcome.status, 401);
    assert.equal(diagnosis.causes[0]?.id, 'token-expired');
  });
});

describe('A problem that only a standard knows', () => {
  it('leads to that standard’s page', async () => {
    const document = await openFile('standard.http', 'GET http://127.0.0.1:4/\n');
    const { problem } = await vscode.commands.executeCommand<Diagnosis>(command, {
      uri: document.uri,
      line: 0,
    });
    assert.equal(problem?.id, 'connection-refused');
    const uri = vscode.Uri.parse(`api-troubleshooter:/${problem.catalog}/${problem.id}.md`);
    assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /^# .*\n/);
  });
});

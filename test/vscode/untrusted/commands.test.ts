import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile } from '../documents';
import { type GateServer, startGateServer } from '../../runtime/gate-server';

/** Other extensions and links in Markdown call commands with whatever they like. */
const hostile = (uri: vscode.Uri, origin: string): readonly unknown[] => [
  { uri, line: 0 },
  { uri: uri.toString(), line: 0, environment: '$(touch /tmp/ran)', fix: 'define-variable', runAgain: true },
  { uri: uri.fsPath, line: 0 },
  { uri: { scheme: 'file', path: uri.path }, line: 0 },
  { uri: `${origin}/remote.http`, line: 0 },
  { uri: 'command:workbench.action.terminal.new' },
  { uri: '../../../../etc/passwd', line: Number.NaN },
  { uri: {}, line: 1e308, environment: {} },
  { uri, line: '0', fix: 7 },
  JSON.parse(`{"__proto__": {"uri": "${uri.toString()}", "line": 0, "trusted": true}}`),
  { text: `401 ${origin}/`, languageId: 'http', offset: -1 },
  { api: '../../..', problem: '__proto__' },
  { api: { toString: 'x' }, problem: [] },
  `${origin}/`,
  [uri, 0],
  () => fetch(origin),
  Symbol('evil'),
  0,
  null,
  undefined,
];

describe('In an untrusted workspace', () => {
  let server: GateServer;
  let document: vscode.TextDocument;
  /** What these ask is answered by nobody here; they send nothing before it is. */
  const askers = new Set(['searchProblems', 'openSample', 'startSandbox']);

  before(async () => {
    server = await startGateServer();
    const script = `globalThis.__hostileRan = true; require('http').get('${server.origin}/script');`;
    document = await openFile('commands.http', `{{\n  ${script}\n}}\nGET ${server.origin}/\n`);
  });
  after(() => server.close());

  it('no command sends anything or runs a script, whatever it is given', async () => {
    const manifest = vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const commands = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((command) => !askers.has(command.replace('apiTroubleshooter.', '')));
    assert.ok(commands.length > 10);
    for (const command of commands)
      for (const argument of hostile(document.uri, server.origin)) {
        await vscode.window.showTextDocument(document, { selection: new vscode.Range(3, 0, 3, 0) });
        // What it says is its own matter: here it is what it does.
        await Promise.resolve(vscode.commands.executeCommand(command, argument)).catch(() => {});
      }
    assert.deepEqual(server.received, []);
    assert.equal(server.open.size, 0);
    assert.equal((globalThis as Record<string, unknown>)['__hostileRan'], undefined);
    assert.equal(({} as Record<string, unknown>)['trusted'], undefined);
  }).timeout(120_000);

  for (const command of ['diagnoseRequest', 'checkHealth'])
    it(`${command} says why it sends nothing`, () =>
      assert.rejects(
        Promise.resolve(
          vscode.commands.executeCommand(`apiTroubleshooter.${command}`, { uri: document.uri, line: 3 }),
        ),
        /not trusted/,
      ));

  it('the typed interface says so, too', async () => {
    const extension = vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter');
    const { diagnoseRequest } = (await extension?.activate()) as {
      diagnoseRequest(target: unknown): Promise<unknown>;
    };
    await assert.rejects(diagnoseRequest({ uri: document.uri, line: 3 }), { reason: 'untrusted' });
  });
});

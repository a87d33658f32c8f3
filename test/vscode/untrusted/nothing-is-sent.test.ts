import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { hoversAt, openFile, positionOf } from '../documents';

describe('In an untrusted workspace', () => {
  let server: Server;
  let received = 0;

  before(async () => {
    server = createServer((_request, response) => {
      received++;
      response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  after(() => server.close());

  it('nothing is sent and no script runs', async () => {
    const { port } = server.address() as AddressInfo;
    const text = `{{\n  require('http').get('http://127.0.0.1:${port}/script');\n}}\nGET http://127.0.0.1:${port}/\n`;
    const document = await openFile('untrusted.http', text);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand('apiTroubleshooter.diagnoseRequest', { uri: document.uri, line: 3 }),
      ),
      /not trusted/,
    );
    assert.equal(received, 0);
  });

  it('the lens says why, and leads to where that can be changed', async () => {
    const document = await openFile(
      'lens.http',
      'GET http://127.0.0.1:4/\n\n###\nGET http://127.0.0.1:4/b\n',
    );
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const shown = lenses.map(({ range, command }) => [range.start.line, command?.command]);
    assert.deepEqual(shown, [
      [0, 'workbench.trust.manage'],
      [3, 'workbench.trust.manage'],
    ]);
    assert.match(lenses[0]?.command?.title ?? '', /Nothing is sent: .* not trusted/);
    assert.ok((await vscode.commands.getCommands(true)).includes('workbench.trust.manage'));
  });

  it('hovers still explain', async () => {
    const document = await openFile('untrusted.log', 'stateset ERROR TOKEN_EXPIRED');
    assert.equal((await hoversAt(document, positionOf(document, 'TOKEN_EXPIRED'))).length, 1);
  });

  it('a catalog of the workspace is not read', async () => {
    const text =
      'id: evil\nname: Evil\nproblems:\n  - { id: x, codes: [EVIL_CODE], title: { en: E, pt-BR: E }, summary: { en: E, pt-BR: E }, source: e }\n';
    await openFile('.api-troubleshooter/evil.yaml', text);
    const document = await openFile('evil.log', 'ERROR EVIL_CODE');
    assert.deepEqual(await hoversAt(document, positionOf(document, 'EVIL_CODE')), []);
  });
});

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { openFile } from '../documents';

/** Every command that would send something in a trusted workspace, and whether it says so by a rejection. */
const sending = [
  ['diagnoseRequest', 'rejects'],
  ['checkHealth', 'rejects'],
  ['applyFix', 'rejects'],
  // There is no last request, which a notification says.
  ['refreshAndSend', 'resolves'],
  ['sendAfterWait', 'resolves'],
] as const;

describe('In an untrusted workspace, a command that sends', () => {
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

  for (const [command, settles] of sending)
    it(`${command} sends nothing`, async () => {
      const { port } = server.address() as AddressInfo;
      const { uri } = await openFile('commands.http', `GET http://127.0.0.1:${port}/\n`);
      const target = { uri: uri.toString(), line: 0, fix: 'define-variable', runAgain: true };
      const running = Promise.resolve(vscode.commands.executeCommand(`apiTroubleshooter.${command}`, target));
      await (settles === 'rejects' ? assert.rejects(running) : running);
      assert.equal(received, 0);
    });
});

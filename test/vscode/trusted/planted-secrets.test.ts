import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { traceOf, partOfPart } from '../../security/planted/traces';
import { openFile } from '../documents';

/** Made anew, so that no file of an earlier run holds them; they stand in files that no editor opens. */
const secretOf = (mark: string): string =>
  mark + Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join('Q7');
const secrets = { API_TOKEN: secretOf('tk'), API_PASSWORD: secretOf('pw'), API_KEY: secretOf('ky') };

const requests: readonly (readonly [kind: string, lines: readonly string[]])[] = [
  ['bearer', ['GET {{origin}}/bearer', 'Authorization: Bearer {{API_TOKEN}}']],
  ['basic', ['GET {{origin}}/basic', 'Authorization: Basic ann:{{API_PASSWORD}}']],
  ['header', ['GET {{origin}}/header', 'X-Trace: {{API_KEY}}', 'Cookie: sid={{API_TOKEN}}']],
  ['query', ['GET {{origin}}/query?a={{API_KEY}}&password={{API_PASSWORD}}']],
  ['path', ['GET {{origin}}/bot{{API_TOKEN}}/send']],
  ['body', ['POST {{origin}}/body', 'Content-Type: application/json', '', '{"password": "{{API_PASSWORD}}", "note": "{{API_KEY}}"}']],
  ['redirect', ['GET {{origin}}/moved', 'Authorization: Bearer {{API_TOKEN}}']],
]; // prettier-ignore

describe('Planted secrets', () => {
  let server: Server;
  let origin = '';
  before(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const seen = `${request.url} ${request.rawHeaders.join(' ')} ${body}`;
        if (request.url === '/moved')
          return response.writeHead(302, { Location: `/login?was=${encodeURIComponent(seen)}` }).end();
        response.writeHead(401, {
          'X-Debug': encodeURIComponent(seen),
          'Set-Cookie': `last=${secrets.API_KEY}`,
        });
        const message = `Denied: ${seen} ${Buffer.from(seen).toString('base64')} ${seen.toUpperCase()}`;
        return response.end(JSON.stringify({ error: { code: 'DENIED', message } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const assertHidden = (surface: string, text: string): void => {
    for (const [name, secret] of Object.entries(secrets)) {
      const trace = traceOf(secret, text, partOfPart);
      const at = text.indexOf(trace ?? '');
      assert.equal(
        trace,
        undefined,
        `${name} shows in ${surface}: …${text.slice(Math.max(0, at - 100), at + 40)}…`,
      );
    }
  };

  it('show on no surface that can be read, and in no file of the profile', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const environment = Object.entries({ origin, ...secrets }).map(([name, value]) => `${name}=${value}`);
    const environmentFile = vscode.Uri.joinPath(folder, '.env');
    await vscode.workspace.fs.writeFile(environmentFile, new TextEncoder().encode(environment.join('\n')));
    const text = requests.map(([kind, lines]) => `### ${kind}\n${lines.join('\n')}`).join('\n\n');
    const document = await openFile('planted.http', text);
    try {
      for (const [kind, [first = '']] of requests) {
        const line = text.slice(0, text.indexOf(first)).split('\n').length - 1;
        const diagnosis = await vscode.commands.executeCommand<Diagnosis>(
          'apiTroubleshooter.diagnoseRequest',
          {
            uri: document.uri,
            line,
          },
        );
        assert.equal(diagnosis.outcome.kind === 'response' && diagnosis.outcome.status, 401, kind);
        assertHidden(`the diagnosis of ${kind}`, JSON.stringify(diagnosis));
        await vscode.commands.executeCommand('apiTroubleshooter.copySupportReport');
        const copied = await vscode.env.clipboard.readText();
        assert.match(copied, /401/);
        assertHidden(`the report of ${kind}`, copied);
        const place = new vscode.Position(line, 2);
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          place,
        );
        assertHidden(`the hovers of ${kind}`, JSON.stringify(hovers));
        const actions = await vscode.commands.executeCommand(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(place, place),
        );
        assertHidden(`the quick fixes of ${kind}`, JSON.stringify(actions));
      }
      assertHidden('the Problems view', JSON.stringify(vscode.languages.getDiagnostics()));
      const lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
      assertHidden('the lenses', JSON.stringify(lenses));
      // The profile stands beside the workspace, whichever kind of VS Code it is.
      const files = (await readdir(dirname(folder.fsPath), { recursive: true, withFileTypes: true })).filter(
        (entry) => entry.isFile() && !entry.parentPath.startsWith(folder.fsPath),
      );
      assert.ok(files.length > 0);
      for (const { parentPath, name } of files) {
        const path = join(parentPath, name);
        assertHidden(path, (await readFile(path).catch(() => Buffer.alloc(0))).toString('latin1'));
      }
    } finally {
      await vscode.workspace.fs.delete(environmentFile);
    }
  }).timeout(60_000);
});

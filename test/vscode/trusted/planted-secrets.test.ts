import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { traceIn, windowsOf } from '../../security/planted/windows';
import { openFile } from '../documents';
import { plantings } from '../planted-requests';
import { plantedFile } from '../secrets-left';

/** Made anew, so that no file of an earlier run holds them; they stand in files that no editor opens. */
const random = (): string =>
  Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join('Q7');
const { secrets, requests } = plantings(random);
const windows = windowsOf(Object.values(secrets));

/** What the requests come to; any other is answered with 401. */
const expected: Readonly<Record<string, number | string>> = { elsewhere: 307, refused: 'ECONNREFUSED' };
const outcomeOf = ({ outcome }: Diagnosis): number | string =>
  outcome.kind === 'response' ? outcome.status : outcome.code;

describe('Planted secrets', () => {
  let server: Server;
  let origin = '';
  before(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const seen = `${request.url} ${request.rawHeaders.join(' ')} ${body}`;
        if (request.url === '/elsewhere')
          return response
            .writeHead(307, { Location: `http://127.0.0.1:4/?was=${encodeURIComponent(seen)}` })
            .end();
        if (request.url === '/moved')
          return response.writeHead(302, { Location: `/login?was=${encodeURIComponent(seen)}` }).end();
        response.writeHead(401, {
          'X-Debug': encodeURIComponent(seen),
          'Set-Cookie': `last=${secrets['COOKIES_0_SESSION']}`,
        });
        const message = `Denied: ${seen} ${Buffer.from(seen).toString('base64')} ${seen.toUpperCase()}`;
        return response.end(JSON.stringify({ error: { code: 'DENIED', message } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const assertHidden = (surface: string, text: string): void =>
    assert.equal(traceIn(text, windows), undefined, `a secret shows in ${surface}`);

  it('show on no surface that can be read, and in no file of the profile', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const environment = Object.entries({ origin, ...secrets }).map(([name, value]) => `${name}=${value}`);
    const environmentFile = vscode.Uri.joinPath(folder, '.env');
    await vscode.workspace.fs.writeFile(environmentFile, new TextEncoder().encode(environment.join('\n')));
    // What is left on disk is looked through again once VS Code has ended.
    await writeFile(join(dirname(folder.fsPath), plantedFile), JSON.stringify(Object.values(secrets)));
    assert.ok(Object.keys(secrets).length >= 200);
    const text = requests.map(({ kind, lines }) => `### ${kind}\n${lines.join('\n')}`).join('\n\n');
    const document = await openFile('planted.http', text);
    /** Everything else that is shown of the last request, which stands at a line. */
    const lookAround = async (kind: string, line: number): Promise<void> => {
      await vscode.commands.executeCommand('apiTroubleshooter.copySupportReport');
      const copied = await vscode.env.clipboard.readText();
      assert.match(copied, /\d{3}|ECONNREFUSED/);
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
    };
    assert.ok(traceIn(`a ${random()} b ${Object.values(secrets)[7]} c`, windows), 'one would be found');
    try {
      let line = 1;
      const seen = new Set<string>();
      for (const { kind, lines } of requests) {
        const diagnosis = await vscode.commands.executeCommand<Diagnosis>(
          'apiTroubleshooter.diagnoseRequest',
          {
            uri: document.uri,
            line,
          },
        );
        assert.equal(outcomeOf(diagnosis), expected[kind] ?? 401, kind);
        assertHidden(`the diagnosis of ${kind}`, JSON.stringify(diagnosis));
        if (!seen.has(kind)) await lookAround(kind, line);
        seen.add(kind);
        line += lines.join('\n').split('\n').length + 2;
      }
      assertHidden('the Problems view', JSON.stringify(vscode.languages.getDiagnostics()));
      const lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
      assertHidden('the lenses', JSON.stringify(lenses));
      // The profile stands beside the workspace, whichever kind of VS Code it is.
      const files = (await readdir(dirname(folder.fsPath), { recursive: true, withFileTypes: true })).filter(
        (entry) =>
          entry.isFile() && entry.name !== plantedFile && !entry.parentPath.startsWith(folder.fsPath),
      );
      assert.ok(files.length > 0);
      for (const { parentPath, name } of files) {
        const path = join(parentPath, name);
        assertHidden(path, (await readFile(path).catch(() => Buffer.alloc(0))).toString('latin1'));
      }
    } finally {
      await vscode.workspace.fs.delete(environmentFile);
    }
  }).timeout(300_000);
});

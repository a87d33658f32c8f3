import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Module from 'node:module';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { Measured } from './activation-bench';

const text = 'stateset ERROR code=TOKEN_EXPIRED status=401\n'.repeat(200);

/** Runs inside the extension host; writes what it measured to the file that `BENCH_RESULT` names. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('api-troubleshooter.api-troubleshooter');
  if (!extension || extension.isActive)
    throw new Error('The extension must be there, and not be active yet.');
  const activationTime = watchActivation(extension.extensionPath);
  await extension.activate();
  const activation = activationTime();

  const document = await vscode.workspace.openTextDocument({ language: 'log', content: text });
  const hoverAt = (line: number): Thenable<vscode.Hover[]> =>
    vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(line, 24),
    );
  const firstHover = await timed(() => hoverAt(0));
  const hovers: number[] = [];
  for (let line = 0; line < 200; line++) hovers.push(await timed(() => hoverAt(line)));

  const firstDiagnosis = await diagnose();
  const hover = hovers.sort((a, b) => a - b)[100] ?? 0;
  const measured: Measured = { activation, firstHover, hover, firstDiagnosis };
  writeFileSync(process.env['BENCH_RESULT'] as string, JSON.stringify(measured));
}

/** Times what VS Code's "Running Extensions" shows: loading the code and calling `activate`, without the way there. */
function watchActivation(extensionPath: string): () => number {
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const load = loader._load.bind(loader);
  let total = 0;
  loader._load = (request, ...rest) => {
    if (!request.startsWith(extensionPath)) return load(request, ...rest);
    const start = performance.now();
    const loaded = load(request, ...rest) as { activate(context: vscode.ExtensionContext): unknown };
    total += performance.now() - start;
    return {
      ...loaded,
      activate(context: vscode.ExtensionContext): unknown {
        const called = performance.now();
        const api = loaded.activate(context);
        total += performance.now() - called;
        return api;
      },
    };
  };
  return () => {
    loader._load = load;
    if (total === 0) throw new Error('The activation was not seen.');
    return total;
  };
}

async function diagnose(): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(401).end('{}'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const uri = vscode.Uri.joinPath(
    (vscode.workspace.workspaceFolders as vscode.WorkspaceFolder[])[0]?.uri as vscode.Uri,
    'bench.http',
  );
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`GET http://127.0.0.1:${port}/\n`));
  try {
    return await timed(() =>
      vscode.commands.executeCommand('apiTroubleshooter.diagnoseRequest', { uri, line: 0 }),
    );
  } finally {
    server.close();
  }
}

async function timed(work: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

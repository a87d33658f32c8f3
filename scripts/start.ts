import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startSandbox } from '../src/sandbox';
import { Closing } from '../test/runtime/closing';
import { check } from './start/check';
import { openVsCode } from './start/open-vscode';
import { samplesWorkspace } from './start/samples-workspace';

// `npm start`: the sandbox API and VS Code with the extension and the samples, until Ctrl-C or until one of them ends.
// `npm start -- --check`: the same without a window: diagnoses one sample, prints the diagnosis and ends.

const root = resolve(__dirname, '..');

async function main(args: readonly string[]): Promise<void> {
  const interrupted = new Promise<string>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => settle('Stopped.'));
  });
  const closing = new Closing();
  const session = async (): Promise<string> => {
    const sandbox = await startSandbox();
    await closing.add(() => sandbox.close());
    const samples = await samplesWorkspace(join(root, 'samples'), sandbox);
    await closing.add(() => samples.remove());
    const options = {
      root,
      folder: samples.folder,
      env: { API_TROUBLESHOOTER_SANDBOX: sandbox.origin },
      npmRun,
    };
    if (args.includes('--check')) return check(options);
    const vscode = await openVsCode(options);
    await closing.add(() => vscode.close());
    const apis = Object.entries(sandbox.origins).map(([id, origin]) => `${id.padEnd(12)} ${origin}`);
    console.log(`\n${[...apis, `VS Code      ${vscode.where}`].join('\n')}\nCtrl-C ends all.`);
    return vscode.ended;
  };
  try {
    console.log(await Promise.race([session(), interrupted]));
  } finally {
    await closing.close();
  }
}

function npmRun(script: string): Promise<void> {
  return new Promise((settle, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? settle() : reject(new Error(`npm run ${script} failed (${code}).`)),
    );
  });
}

main(process.argv.slice(2)).then(
  // What was interrupted while it started, such as a download, is not waited for.
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

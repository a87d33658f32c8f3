import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the suites for the extension host, one file a test file, into `outFolder`, where the folders keep their names. */
export async function bundleSuites(root: string, outFolder: string): Promise<void> {
  await rm(outFolder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['trusted', 'untrusted'].flatMap((suite) => [
      `test/vscode/${suite}/index.ts`,
      `test/vscode/${suite}/**/*.test.ts`,
    ]),
    outbase: join(root, 'test', 'vscode'),
    outdir: outFolder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

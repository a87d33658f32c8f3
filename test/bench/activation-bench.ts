import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { runInVsCode } from '../vscode/run-in-vscode';
import { type Figure, percentile } from './figure';

/** Starts of VS Code that activation is measured over. */
const starts = 3;

/** Activation, the first hover and the first diagnosis, inside a real VS Code. */
export async function measureActivation(root: string): Promise<Figure[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'activation-'));
  try {
    const runner = join(scratch, 'runner.js');
    await build({
      entryPoints: [join(root, 'test', 'bench', 'activation-runner.ts')],
      outfile: runner,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    const extension = await dormantExtension(root, join(scratch, 'extension'));
    const measured: Measured[] = [];
    for (let start = 0; start < starts; start++) {
      const result = join(scratch, `result-${start}.json`);
      await runInVsCode({
        extensionDevelopmentPath: extension,
        extensionTestsPath: runner,
        trusted: true,
        env: { BENCH_RESULT: result },
      });
      measured.push(JSON.parse(await readFile(result, 'utf8')) as Measured);
    }
    const median = (name: keyof Measured): number =>
      percentile(
        measured.map((each) => each[name]).sort((a, b) => a - b),
        50,
      );
    return [
      {
        name: 'activation in VS Code',
        value: median('activation'),
        unit: 'ms',
        limit: 10,
        note: `median of ${starts} starts; loading the bundle included`,
      },
      {
        name: 'first hover in VS Code',
        value: median('firstHover'),
        unit: 'ms',
        note: 'catalogs are loaded with it',
      },
      {
        name: 'hover in VS Code, median',
        value: median('hover'),
        unit: 'ms',
        note: 'of 200, VS Code’s own round trip included',
      },
      {
        name: 'first diagnosis in VS Code',
        value: median('firstDiagnosis'),
        unit: 'ms',
        limit: 400,
        note: 'the engine is loaded with it',
      },
    ];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The built extension without its activation events, so that the runner is the one who activates it. */
async function dormantExtension(root: string, folder: string): Promise<string> {
  await mkdir(folder);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  for (const part of ['dist', 'l10n', 'media', 'package.nls.json']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** All in ms. */
export interface Measured {
  activation: number;
  firstHover: number;
  hover: number;
  firstDiagnosis: number;
}

import { spawn } from 'node:child_process';
import { readFile, readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { COUNTS_FILE, type Counts } from '../test/reporting/counting-reporter';
import { bundleSuites } from '../test/vscode/bundle-suites';
import { runInVsCode } from '../test/vscode/run-in-vscode';

// `npm test`: builds, runs every suite, and closes with one line of counts. `npm test -- unit e2e` runs those stages only.

const root = resolve(__dirname, '..');
const results = join(root, 'out', 'test-results');
const bundledSuites = join(root, 'out', 'test', 'vscode');

interface Stage {
  name: string;
  /** What has to be done first; a failure of it fails the stage. */
  prepare?: () => Promise<void>;
  /** Runs mocha, which writes its counts to `countsFile`. Rejects when it could not be run, or tests failed. */
  run(countsFile: string): Promise<void>;
}

const stages: Stage[] = [
  { name: 'unit', run: mocha('unit', '--timeout=30000') },
  { name: 'snippets', run: mocha('snippets', '--timeout=300000') },
  { name: 'servers', run: mocha('servers', '--timeout=60000') },
  { name: 'security', run: mocha('security', '--timeout=60000') },
  { name: 'vscode-trusted', prepare: () => bundleSuites(root, bundledSuites), run: vscode('trusted') },
  { name: 'vscode-untrusted', prepare: () => bundleSuites(root, bundledSuites), run: vscode('untrusted') },
  { name: 'e2e', prepare: () => npmRun('package'), run: mocha('e2e', '--timeout=120000') },
];

interface Outcome {
  stage: string;
  counts: Counts;
  /** Why the stage failed, where the counts alone do not say so. */
  trouble?: string;
  seconds: number;
}

async function main(chosen: readonly string[]): Promise<void> {
  const unknown = chosen.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No stage ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}.`,
    );
  }
  await rm(results, { recursive: true, force: true });
  await npmRun('build');
  const outcomes: Outcome[] = [];
  for (const stage of stages) {
    const wanted = chosen.length === 0 ? await hasTests(stage) : chosen.includes(stage.name);
    if (wanted) outcomes.push(await runStage(stage));
  }
  summarize(outcomes);
}

/** Every stage must have tests, but for the one that is allowed to be empty. */
async function hasTests(stage: Stage): Promise<boolean> {
  if (stage.name !== 'security') return true;
  const files = await readdir(join(root, 'test', 'security'), { recursive: true }).catch(() => []);
  return files.some((file) => file.endsWith('.test.ts'));
}

async function runStage(stage: Stage): Promise<Outcome> {
  console.log(`\n== ${stage.name} ==`);
  const start = performance.now();
  const countsFile = join(results, `${stage.name}.json`);
  let error: unknown;
  try {
    await stage.prepare?.();
    await stage.run(countsFile);
  } catch (thrown) {
    error = thrown;
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  const counts = await readFile(countsFile, 'utf8').then(
    (text) => JSON.parse(text) as Counts,
    () => undefined,
  );
  const none: Counts = { passed: 0, failed: 0, skipped: [] };
  return { stage: stage.name, counts: counts ?? none, trouble: trouble(counts, error), seconds };
}

function trouble(counts: Counts | undefined, error: unknown): string | undefined {
  const said = error instanceof Error ? error.message : undefined;
  if (!counts) return `did not finish${said ? `: ${said}` : ''}`;
  if (counts.passed + counts.failed + counts.skipped.length === 0) return 'ran no test';
  if (error && counts.failed === 0) return `failed after its tests: ${said}`;
  return undefined;
}

function summarize(outcomes: readonly Outcome[]): void {
  console.log('\n== summary ==');
  for (const { stage, counts, trouble, seconds } of outcomes) {
    const { passed, failed, skipped } = counts;
    console.log(`${stage}: ${passed} passed, ${failed} failed, ${skipped.length} skipped (${seconds} s)`);
    for (const { title, reason } of skipped) console.log(`  skipped: ${title} — ${reason}`);
    if (trouble) console.log(`  ${stage} ${trouble}`);
  }
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, each) => total + of(each), 0);
  const passed = sum(({ counts }) => counts.passed);
  // A stage that came to no result is a failure of its own.
  const failed = sum(({ counts, trouble }) => counts.failed + (trouble ? 1 : 0));
  const skipped = sum(({ counts }) => counts.skipped.length);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  if (failed > 0) process.exitCode = 1;
}

function mocha(folder: string, ...options: string[]): Stage['run'] {
  return (countsFile) =>
    run(
      process.execPath,
      [
        join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
        '--no-config',
        '--import=tsx',
        `--reporter=${join(root, 'test', 'reporting', 'counting-reporter.ts')}`,
        ...options,
        `test/${folder}/**/*.test.ts`,
      ],
      { [COUNTS_FILE]: countsFile },
    );
}

function vscode(suite: 'trusted' | 'untrusted'): Stage['run'] {
  return (countsFile) =>
    runInVsCode({
      extensionDevelopmentPath: root,
      extensionTestsPath: join(bundledSuites, suite, 'index.js'),
      workspace: join(root, 'samples'),
      trusted: suite === 'trusted',
      env: { [COUNTS_FILE]: countsFile },
    });
}

function npmRun(script: string): Promise<void> {
  return run('npm', ['run', '--silent', script]);
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((settle, reject) => {
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell,
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0
        ? settle()
        : reject(
            new Error(
              `${[command, ...args]
                .slice(0, 3)
                .map((arg) => basename(arg))
                .join(' ')} ended with ${signal ?? code}`,
            ),
          ),
    );
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});

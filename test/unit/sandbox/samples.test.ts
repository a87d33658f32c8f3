import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it, before, after } from 'mocha';
import { samplesWorkspace } from '../../../scripts/start/samples-workspace';
import { startSandbox, type Sandbox } from '../../../src/sandbox/index';
import { EXPECTED } from './expected-samples';

const ROOT = join(__dirname, '..', '..', '..');
const HTTPYAC = join(ROOT, 'node_modules', 'httpyac', 'bin', 'httpyac.js');

interface Run {
  readonly fileName: string;
  readonly name: string;
  readonly response?: { readonly statusCode: number; readonly body?: string };
}

describe('samples/*.http, run by httpyac', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let runs: readonly Run[];

  before(async () => {
    sandbox = await startSandbox();
    runs = await runAll(sandbox);
  });
  after(() => sandbox.close());

  for (const [file, expected] of Object.entries(EXPECTED)) {
    const runsOf = (): readonly Run[] => runs.filter(({ fileName }) => basename(fileName) === file);

    it(`${file} names its requests`, () => {
      assert.deepEqual(
        runsOf().map(({ name }) => name),
        Object.keys(expected),
      );
    });

    for (const [name, answer] of Object.entries(expected)) {
      it(`${file}, ${name}: ${answer?.join(' ') ?? 'no answer'}`, () => {
        const response = runsOf().find((run) => run.name === name)?.response;
        assert.equal(response?.statusCode, answer?.[0]);
        if (answer?.[1]) assert.ok(response?.body?.includes(answer[1]), response?.body);
      });
    }
  }
});

/** Runs all files in one process. Failures in them are expected, so that httpyac's exit code says nothing. */
async function runAll(sandbox: Sandbox): Promise<readonly Run[]> {
  const samples = await samplesWorkspace(join(ROOT, 'samples'), sandbox);
  // httpyac ends before a pipe has taken all of its output; a file takes it at once.
  const file = join(samples.folder, 'runs.json');
  const output = openSync(file, 'w');
  try {
    const child = spawn(
      process.execPath,
      [
        ...[HTTPYAC, 'send', ...Object.keys(EXPECTED), '--all', '--json', '-e', 'sandbox'],
        ...['--var', 'slowMs=20'],
        // Far longer than any sample takes but the one that never answers.
        ...['--timeout', '1000'],
      ],
      { cwd: samples.folder, stdio: ['ignore', output, 'ignore'] },
    );
    await once(child, 'exit');
    const report = JSON.parse(readFileSync(file, 'utf8')) as { requests: readonly Run[] };
    return report.requests;
  } finally {
    closeSync(output);
    await samples.remove();
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reporters, type MochaOptions, type Runner, type Test } from 'mocha';
import { skipReason } from './skip-because';

/** What one run of mocha came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: { title: string; reason: string }[];
}

/** Where the counts are written; an environment variable, since it also has to reach the extension host. */
export const COUNTS_FILE = 'MOCHA_COUNTS_FILE';

/** Mocha's own `spec` output, and the counts as JSON in the file that the environment names. */
export class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const skipped: Counts['skipped'] = [];
    runner.on('pending', (test: Test) => {
      skipped.push({ title: test.fullTitle(), reason: skipReason(test) ?? 'pending' });
    });
    runner.once('end', () => {
      const file = process.env[COUNTS_FILE];
      if (!file) return;
      const { passes, failures } = this.stats;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped } satisfies Counts));
    });
  }
}

export default CountingReporter;

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { CountingReporter } from '../reporting/counting-reporter';

/** Runs every `*.test.js` of a folder inside the extension host; rejects, and so fails the run, when one fails. */
export async function runSuite(folder: string): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: CountingReporter });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  }
  const failures = await new Promise<number>((settle) => mocha.run(settle));
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}

#!/usr/bin/env node
// The executable that `@vscode/test-electron` starts in place of the desktop's: takes the same flags.
import { createRequire } from 'node:module';
import process from 'node:process';
import 'tsx/cjs';

const { launch } = createRequire(import.meta.url)('./launch.ts');

try {
  process.exitCode = await launch(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
// What an interrupted start still has under way, such as a browser, is not waited for; what was written is.
process.stdout.write('', () => process.exit());

#!/usr/bin/env node
// The executable that `@vscode/test-electron` starts in place of the desktop's: takes the same flags.
require('tsx/cjs');
const { launch } = require('./launch.ts');

launch(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

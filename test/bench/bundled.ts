import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as measured from './measured';

export type Core = typeof measured;

/**
 * The core, bundled as the extension is: code that is transformed while it is loaded is not what users run, and does
 * not run as fast.
 */
export function bundledCore(): Core {
  const folder = mkdtempSync(join(tmpdir(), 'core-'));
  const outfile = join(folder, 'measured.js');
  try {
    buildSync({
      entryPoints: [join(__dirname, 'measured.ts')],
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
    });
    return createRequire(__filename)(outfile) as Core;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

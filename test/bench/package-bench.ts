import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure';

/** Sizes of what users install: the package, and what is read at activation. */
export function measurePackage(root: string): Figure[] {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'package'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm run package failed.\n${stderr}`);
  const size = (path: string): number => statSync(join(root, path)).size;
  const engine = gzipSync(readFileSync(join(root, 'dist', 'engine.js'))).length;
  return [
    { name: 'entry bundle', value: size('dist/extension.js') / 1024, unit: 'KB', limit: 60 },
    { name: '.http engine, gzipped', value: engine / 1024, unit: 'KB' },
    { name: '.vsix', value: size('api-troubleshooter.vsix') / 1024 ** 2, unit: 'MB', limit: 2 },
  ];
}

/** `npm run bench`: builds, measures, and prints every figure with the design's limit beside it. Exits 1 where one is broken. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { measureActivation } from './activation-bench';
import { bundledCore } from './bundled';
import { measureCodeActions } from './code-actions-bench';
import { measureDiagnosis } from './diagnosis-bench';
import { type Figure, formatFigures, isKept } from './figure';
import { measureKnowledge } from './knowledge-bench';
import { measurePackage } from './package-bench';
import { measureRecognition } from './recognition-bench';
import { measureVerdicts } from './verdicts-bench';

const root = resolve(__dirname, '..', '..');

async function main(): Promise<void> {
  if (!globalThis.gc) return again();
  console.error('Packaging …');
  const figures: Figure[] = [...measurePackage(root)];
  console.error('Activating in a real VS Code …');
  figures.push(...(await measureActivation(root)));
  console.error('Recognizing and explaining …');
  const core = bundledCore();
  figures.push(...measureKnowledge(core), ...measureRecognition(root, core));
  console.error('Diagnosing …');
  figures.push(...(await measureDiagnosis(root)), ...(await measureVerdicts()));
  console.error('Writing code …');
  figures.push(...(await measureCodeActions(root)));
  console.log(`\n${formatFigures(figures)}`);
  process.exitCode = figures.every(isKept) ? 0 : 1;
}

/** Memory can only be told after a garbage collection, which Node has to be asked for at its start. */
function again(): void {
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', __filename], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

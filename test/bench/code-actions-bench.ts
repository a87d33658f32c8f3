import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { listActions } from '../../src/core/snippets/list-actions';
import type { SyntaxTree } from '../../src/core/snippets/syntax';
import { grammarLoader } from '../../src/vscode/code-actions/grammars';
import { readSnippets } from '../../src/vscode/code-actions/read-snippets';
import { type Figure, percentile, sampled } from './figure';
import { longFile, longFileLanguages } from './long-files';

/** The lightbulb on a call in files of 5,000 lines: reading the grammar, parsing, finding, composing. */
export async function measureCodeActions(root: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const languageId of longFileLanguages) {
    figures.push(firstTime(root, languageId), await afterAnEdit(root, languageId));
  }
  return figures;
}

/** In a process of its own, where nothing was read or compiled before; the best of three. */
function firstTime(root: string, languageId: string): Figure {
  const times = sampledRuns(root, languageId);
  return {
    name: `first lightbulb, ${languageId}`,
    value: Math.min(...times),
    unit: 'ms',
    limit: 300,
    note: `in 5,000 lines; the slowest of ${times.length} took ${Math.max(...times).toFixed(0)} ms`,
  };
}

function sampledRuns(root: string, languageId: string): number[] {
  const program = join(__dirname, 'first-lightbulb.ts');
  return Array.from({ length: 3 }, () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', program, root, languageId], {
      encoding: 'utf8',
      cwd: root,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return Number(run.stdout);
  });
}

async function afterAnEdit(root: string, languageId: string): Promise<Figure> {
  const catalog = readSnippets(join(root, 'dist'));
  const { grammar: name, source, offset } = longFile(languageId);
  const grammar = await grammarLoader(join(root, 'dist', 'grammars'))(name);
  let before: { source: string; tree: SyntaxTree } | undefined;
  const line = source.lastIndexOf('\n', offset);
  const times = sampled(21, (time) => {
    // A line more before the call
    const edited = source.slice(0, line) + '\n'.repeat(time) + source.slice(line);
    const tree = grammar.parse(edited, before);
    if (!tree) throw new Error('The source could not be parsed.');
    const offers = listActions(catalog, { source: edited, languageId, grammar, tree }, offset + time);
    if (offers.length === 0) throw new Error(`There were no offers in ${languageId}.`);
    before?.tree.delete();
    before = { source: edited, tree };
  });
  before?.tree.delete();
  return {
    name: `lightbulb after an edit, ${languageId}`,
    value: percentile(times, 50),
    unit: 'ms',
    limit: 50,
    note: `p95 ${percentile(times, 95).toFixed(0)} ms`,
  };
}

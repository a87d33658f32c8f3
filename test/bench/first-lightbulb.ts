/** Prints how long the first lightbulb of a process takes, in ms: `first-lightbulb.ts <root> <language id>`. */
import { join } from 'node:path';
import { listActions } from '../../src/core/snippets/list-actions';
import { grammarLoader } from '../../src/vscode/code-actions/grammars';
import { readSnippets } from '../../src/vscode/code-actions/read-snippets';
import { longFile } from './long-files';

async function main([root = '', languageId = '']: string[]): Promise<void> {
  const { grammar: name, source, offset } = longFile(languageId);
  const start = performance.now();
  const catalog = readSnippets(join(root, 'dist'));
  const grammar = await grammarLoader(join(root, 'dist', 'grammars'))(name);
  const tree = grammar.parse(source);
  if (!tree) throw new Error('The source could not be parsed.');
  const offers = listActions(catalog, { source, languageId, grammar, tree }, offset);
  if (offers.length === 0) throw new Error('There were no offers.');
  console.log(performance.now() - start);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

import { join } from 'node:path';
import { listActions } from '../../src/core/snippets/list-actions';
import { grammarLoader } from '../../src/vscode/code-actions/grammars';
import { readSnippets } from '../../src/vscode/code-actions/read-snippets';
import { type Figure, percentile, sampled } from './figure';

const unit = `export async function load(id: string): Promise<unknown> {
  const response = await fetch(\`https://api.example.com/v1/orders/\${id}\`);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
`;

/** The lightbulb on a call in a TypeScript file of 5,000 lines: parsing, finding, composing. */
export async function measureCodeActions(root: string): Promise<Figure[]> {
  const catalog = readSnippets(join(root, 'dist'));
  const start = performance.now();
  const grammar = await grammarLoader(join(root, 'dist', 'grammars'))('tree-sitter-typescript');
  const loading = performance.now() - start;
  const source = Array.from({ length: 1000 }, (_, number) => unit.replace('load', `load${number}`)).join('');
  const offset = source.indexOf('fetch(', source.length / 2);
  const times = sampled(40, (time) => {
    const edited = `${source}// ${time}\n`;
    const tree = grammar.parse(edited);
    if (!tree) throw new Error('The source could not be parsed.');
    const offers = listActions(catalog, { source: edited, languageId: 'typescript', grammar, tree }, offset);
    if (offers.length !== 2) throw new Error(`There were ${offers.length} offers instead of 2.`);
    tree.delete();
  });
  return [
    {
      name: 'lightbulb in 5,000 lines',
      value: percentile(times, 50),
      unit: 'ms',
      limit: 50,
      note: `after an edit; p95 ${percentile(times, 95).toFixed(0)} ms; loading the grammar once ${loading.toFixed(0)} ms`,
    },
  ];
}

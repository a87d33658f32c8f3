import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compileSnippets, SnippetCatalogError } from '../../../src/core/snippets/compile-snippets';
import { snippetFiles } from './workbench';

const files = snippetFiles();

/** What compilation reports after a change to one file. */
function errorsAfter(path: string, change: (text: string) => string | undefined): readonly string[] {
  const text = change(files[path] ?? '');
  const others = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
  const changed = text === undefined ? others : { ...others, [path]: text };
  try {
    compileSnippets(changed);
    return [];
  } catch (error) {
    assert.ok(error instanceof SnippetCatalogError);
    return error.errors;
  }
}

describe('Compiling the snippets', () => {
  it('gives plain data, with the text of every file that a manifest names', () => {
    const catalog = compileSnippets(files);
    assert.deepEqual(JSON.parse(JSON.stringify(catalog)), catalog);
    assert.deepEqual(
      catalog.languages.map(({ id }) => id),
      Object.keys(files)
        .flatMap((path) => /^([^/]+)\/language\.yaml$/.exec(path)?.[1] ?? [])
        .sort(),
    );
    const python = catalog.languages.find(({ id }) => id === 'python');
    const sources = python?.clients.flatMap(({ snippets }) => snippets.map(({ source }) => source));
    assert.ok(sources?.includes(files['python/requests/retry.py'] ?? ''));
  });

  const python = 'python/language.yaml';
  for (const [name, path, change, expected] of [
    ['a manifest that is no YAML', python, () => 'a: [', /^python\/language\.yaml: /],
    [
      'a manifest without its parts',
      python,
      () => 'grammars: {}',
      /missing: header, style, lexical, literals, clients/,
    ],
    [
      'a source that is not there',
      'python/requests/retry.py',
      () => undefined,
      /requests\.retry\.source: no file requests\/retry\.py/,
    ],
    [
      'a query that is not told its words',
      python,
      (t: string) => t.replace('class: AsyncClient, ', ''),
      /httpx-async\.bindings: objects\.scm is not told what \{class\} is/,
    ],
    ['a query that is not there', 'python/requests/calls.scm', () => undefined, /requests\.calls: no file/],
    [
      'a parameter that the source does not hold',
      'python/requests/retry.py',
      (t: string) => t.replaceAll('wait_seconds', 'x'),
      /the source does not hold \["wait_seconds"\]/,
    ],
    [
      'a region without its end',
      'python/requests/retry.py',
      (t: string) => t.replace(/ +# end\n/, ''),
      /unbalanced|without its end/,
    ],
    [
      'an unknown condition',
      'python/requests/retry.py',
      (t: string) => t.replace('when: idempotency', 'when: luck'),
      /unknown condition luck/,
    ],
    [
      'a name that the source does not declare',
      'python/requests/retry.py',
      (t: string) => t.replaceAll('requested_wait', 'waited'),
      /does not declare requested_wait/,
    ],
    [
      'an unknown value',
      python,
      (t: string) => t.replace('value: wait-path', 'value: weight-path'),
      /unknown value weight-path/,
    ],
    [
      'a language id that two folders claim',
      python,
      (t: string) => t.replace('{ python: ', '{ javascript: '),
      /language id javascript belongs to javascript already/,
    ],
  ] as const) {
    it(`reports ${name}`, () => {
      const errors = errorsAfter(path, change);
      assert.ok(
        errors.some((error) => expected.test(error)),
        errors.join('\n'),
      );
    });
  }
});

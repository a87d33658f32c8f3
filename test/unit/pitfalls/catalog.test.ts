import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { pitfallFiles } from '../../../scripts/compile-pitfalls';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { compilePitfalls, PitfallCatalogError } from '../../../src/core/pitfalls/compile-pitfalls';
import { isOfTests } from '../../../src/core/pitfalls/of-tests';
import { pitfallsOf } from './inspector';
import { key } from './table';

describe('The catalog of pitfalls', () => {
  it('names pages that are there', () => {
    const { catalogs } = validateCatalogs(shippedCatalogs(), given);
    const pages = new Set(
      catalogs.flatMap(({ id, problems = [], guides = [], fields = [], claims = [] }) =>
        [...problems, ...guides, ...fields, ...claims].map((entry) => `${id}/${entry.id}`),
      ),
    );
    for (const { page } of compilePitfalls(pitfallFiles()).pitfalls) assert.ok(pages.has(page), page);
  });

  it('has a function for every language that reads Retry-After with one', () => {
    for (const { query, helper, of } of compilePitfalls(pitfallFiles()).languages)
      assert.equal(query.includes('{helper}'), helper !== undefined, of.join());
  });

  it('says all that is wrong with it', () => {
    const files = {
      'pitfalls.yaml': 'pitfalls: [{ id: other, signs: [] }]\nlanguages: [{ of: [go], query: x.scm }]',
    };
    assert.throws(
      () => compilePitfalls(files),
      (error) =>
        error instanceof PitfallCatalogError &&
        error.errors.includes('other: no such pitfall') &&
        error.errors.includes('tls-verification-off: missing') &&
        error.errors.includes('other: no text in pt-BR') &&
        error.errors.includes('no file x.scm'),
    );
  });
});

describe('Pitfalls in tests', () => {
  const paths: [path: string, isTest: boolean][] = [
    ['test/client.ts', true],
    ['src/client.test.ts', true],
    ['spec/client_spec.rb', true],
    ['tests/test_client.py', true],
    ['client_test.go', true],
    ['src/ClientTest.java', true],
    ['src/latest.ts', false],
    ['test.py', false],
    ['src/contest.py', false],
    ['attestation/client.ts', false],
  ];
  for (const [path, isTest] of paths) {
    it(`${isTest ? 'may hold' : 'do not excuse'} made-up keys: ${path}`, async () => {
      assert.equal(isOfTests(path), isTest);
      const found = await pitfallsOf(`const token = "${key}";\n`, 'typescript', path);
      assert.equal(found.length, isTest ? 0 : 1);
    });
  }
});

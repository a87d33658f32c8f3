import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatIssue } from '../../../src/core/catalog/catalog-issue';
import { validateCatalogs } from '../../../src/core/catalog/validate';

const schema = JSON.parse(readFileSync('catalog/catalog.schema.json', 'utf8')) as object;
const text = '{ en: T, pt-BR: T }';
const catalog = (body: string): string => `id: acme
name: Acme
causes:
  - { id: late, title: ${text}, explanation: ${text}, fix: ${text}, when: jwt.expired }
problems:
  - id: broken
    title: ${text}
    summary: ${text}
    source: Acme guide
${body}`;
const issuesOf = (body: string): string[] =>
  validateCatalogs([{ file: 'acme.yaml', text: catalog(body) }], {
    schema,
    facts: [{ name: 'jwt.expired' }, { name: 'auth.missing' }],
  }).issues.map(formatIssue);

describe('conditions beside `use` and in steps', () => {
  it('are taken', () => {
    const used = '    causes: [{ use: late, when: { suggests: jwt.expired } }]\n';
    const step = `    steps: [{ en: T, pt-BR: T, when: { unless: auth.missing } }]`;
    assert.deepEqual(issuesOf(used + step), []);
  });

  it('are checked like any other', () => {
    assert.match(
      issuesOf('    causes: [{ use: late, when: jwt.expird }]')[0] ?? '',
      /There is no fact "jwt\.expird": did you mean "jwt\.expired"\?/,
    );
    assert.match(
      issuesOf('    steps: [{ en: T, pt-BR: T, when: { unless: auth.mising } }]')[0] ?? '',
      /There is no fact "auth\.mising"/,
    );
  });
});

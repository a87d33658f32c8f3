import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatIssue } from '../../../src/core/catalog/catalog-issue';
import { validateCatalogs } from '../../../src/core/catalog/validate';

const schema = JSON.parse(readFileSync('catalog/catalog.schema.json', 'utf8')) as object;
const facts = [
  { name: 'jwt.expired' },
  {
    name: 'status',
    checkParameter: (value: unknown) =>
      typeof value === 'number' ? undefined : 'must be a status, such as 404.',
  },
];
const check = (...texts: string[]) =>
  validateCatalogs(
    texts.map((text, number) => ({ file: `${number}.yaml`, text })),
    { schema, facts },
  );
const issuesOf = (...texts: string[]): string[] => check(...texts).issues.map(formatIssue);

const problem = (body: string): string => `id: acme
name: Acme
problems:
  - id: broken
    title: { en: Broken, pt-BR: Quebrado }
    summary: { en: It broke., pt-BR: Quebrou. }
    source: Acme guide
${body}`;

describe('validateCatalogs', () => {
  it('accepts a minimal catalog', () => {
    assert.deepEqual(issuesOf(problem('')), []);
    assert.equal(check(problem('')).catalogs[0]?.id, 'acme');
  });

  const wrong: [name: string, text: string, expected: RegExp][] = [
    ['a syntax error', 'id: [acme\nname: A', /^0\.yaml:\d+:\d+: /],
    ['a tab as indentation', 'id: acme\nname: A\nmatch:\n\thosts: [a]', /^0\.yaml:4:/],
    [
      'an unknown key, with the one that was meant',
      problem('    codess: [X]'),
      /:8:5: Unknown key "codess": did you mean "codes"\?/,
    ],
    ['a wrong type', problem('    codes: X_Y'), /:8:12: "codes" must be an array/],
    [
      'a missing language',
      'id: a\nname: A\nproblems:\n  - { id: b, title: { en: T }, summary: { en: S, pt-BR: S }, source: s }',
      /"title" has no text in pt-BR/,
    ],
    [
      'a missing source',
      'id: a\nname: A\nproblems:\n  - { id: b, title: { en: T, pt-BR: T }, summary: { en: S, pt-BR: S } }',
      /lacks "source": say where/,
    ],
    [
      'an unknown fact',
      problem('    when: jwt.expird'),
      /:8:11: There is no fact "jwt\.expird": did you mean "jwt\.expired"\?/,
    ],
    [
      'a nested unknown fact',
      problem('    when: { all: [jwt.expired, { not: nothing.here }] }'),
      /There is no fact "nothing\.here"/,
    ],
    ['a fact without its parameter', problem('    when: status'), /needs a parameter/],
    [
      'a wrong parameter',
      problem('    when: { status: often }'),
      /The parameter of "status" must be a status/,
    ],
    ['a parameter that a fact does not take', problem('    when: { jwt.expired: 3 }'), /takes no parameter/],
    ['a dangling use', problem('    causes: [{ use: nobody }]'), /:8:21: There is no cause "nobody"/],
    ['a dangling relation', problem('    related: [acme/gone]'), /There is no problem "acme\/gone"/],
    [
      'a duplicate id',
      problem(`  - id: broken
    title: { en: A, pt-BR: A }
    summary: { en: A, pt-BR: A }
    source: s`),
      /:8:9: There is already a problem "broken"/,
    ],
    [
      'a message that matches almost anything',
      problem('    messages: ["{a} is {b}"]'),
      /would match almost anything/,
    ],
    [
      'two placeholders in a row',
      problem('    messages: ["something {a}{b} happened"]'),
      /two placeholders with nothing between/,
    ],
    [
      'an alias bomb',
      `id: acme\nname: &a "x"\nsecrets: &b [${'*a, '.repeat(50)}]\nmatch: { words: [${'*b, '.repeat(50)}] }`,
      /^0\.yaml:\d+:\d+: /,
    ],
    ['5 MB of YAML', `id: acme\nname: ${'x'.repeat(5_000_000)}`, /split this one/],
    ['a cycle', problem('    when: &again { all: [*again] }'), /contains itself/],
    ['a cause that uses itself', `${problem('')}causes:\n  - { use: x }\n`, /lacks "id"|Unknown key "use"/],
    [
      'a condition nested without end',
      problem(`    when: ${'{ not: '.repeat(200)}jwt.expired${' }'.repeat(200)}`),
      /contains itself|deep/,
    ],
    ['an empty file', '', /must be an object/],
  ];
  for (const [name, text, expected] of wrong) {
    it(`locates ${name}`, () => {
      const issues = issuesOf(text);
      assert.ok(
        issues.some((issue) => expected.test(issue)),
        issues.join('\n') || 'no issue was found',
      );
    });
  }

  it('leaves a wrong catalog out and keeps the rest', () => {
    const { catalogs, issues } = check('id: [', problem(''));
    assert.deepEqual(
      catalogs.map(({ id }) => id),
      ['acme'],
    );
    assert.equal(issues.length > 0, true);
  });

  it('refuses a second catalog with the same id', () => {
    assert.match(
      issuesOf(problem(''), problem('')).join('\n'),
      /1\.yaml:1:5: There is already a catalog with the id "acme"/,
    );
  });
});

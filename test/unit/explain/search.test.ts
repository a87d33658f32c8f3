import assert from 'node:assert/strict';
import { buildSearchIndex } from '../../../src/core/explain/search';
import { indexOf, problem } from '../small-index';

const index = indexOf(
  {
    id: 'acme',
    name: 'Acme',
    problems: [
      problem('limit', {
        codes: ['RATE_LIMIT_EXCEEDED'],
        status: 429,
        title: { en: 'The rate limit is used up', 'pt-BR': 'O limite de requisições foi atingido' },
      }),
      problem('locked', {
        messages: ['database is locked'],
        title: { en: 'SQLite is locked', 'pt-BR': 'O SQLite está bloqueado' },
        keywords: ['concurrency'],
      }),
      problem('slow', {
        title: { en: 'Slow responses', 'pt-BR': 'Respostas lentas' },
        keywords: ['latency'],
      }),
    ],
  },
  { id: 'other', name: 'Other', problems: [problem('limit', { codes: ['throttled'], status: 429 })] },
);
const search = buildSearchIndex(index);
const found = (question: string): string[] =>
  search.find(question).map((ref) => `${index.apiOf(ref).id}/${index.idOf(ref)}`);

describe('search', () => {
  const cases: [question: string, first: string][] = [
    ['RATE_LIMIT_EXCEEDED', 'acme/limit'],
    ['rate limit', 'acme/limit'],
    ['rate limt', 'acme/limit'],
    ['exceded', 'acme/limit'],
    ['databse locked', 'acme/locked'],
    ['bloqueado', 'acme/locked'],
    ['requisicoes', 'acme/limit'],
    ['lentas', 'acme/slow'],
    ['laten', 'acme/slow'],
    ['other 429', 'other/limit'],
    ['throtled', 'other/limit'],
  ];
  for (const [question, first] of cases)
    it(`${question} finds ${first}`, () => assert.equal(found(question)[0], first));

  it('puts what answers more words first', () => {
    assert.deepEqual(found('429 exceeded'), ['acme/limit', 'other/limit']);
  });

  for (const nothing of ['', '???', 'zzzz', '428'])
    it(`"${nothing}" finds nothing`, () => assert.deepEqual(found(nothing), []));
});

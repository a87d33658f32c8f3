import assert from 'node:assert/strict';
import { evidenceAround } from '../../../src/core/explain/api-evidence';
import { explain, explainBest } from '../../../src/core/explain/explain';
import { mentionAt, mentionsAt } from '../../../src/core/recognize/recognize';
import { indexOf, problem } from '../small-index';

const index = indexOf(
  {
    id: 'acme',
    name: 'Acme',
    match: { hosts: ['api.acme.test'], words: ['acme'], endpoints: ['GET /v1/things/{id}'] },
    problems: [
      problem('not-found', { codes: ['NOT_FOUND'], status: 404 }),
      problem('limit', { codes: ['LIMIT'], status: 429 }),
      problem('expired', { codes: ['EXPIRED_TOKEN'], status: 401 }),
      problem('revoked', { codes: ['REVOKED_KEY'], status: 401 }),
    ],
  },
  {
    id: 'other',
    name: 'Other',
    match: { hosts: ['other.test'], words: ['otherapi'] },
    problems: [problem('missing', { codes: ['NOT_FOUND'], status: 404 })],
  },
  {
    id: 'http',
    name: 'HTTP',
    standard: true,
    problems: [
      problem('not-found', { status: 404 }),
      problem('unauthorized', { status: 401 }),
      problem('standard-limit', { codes: ['LIMIT'] }),
      problem('many', { status: 429 }),
    ],
  },
);

function explained(text: string, at: string) {
  const offset = text.indexOf(at);
  const mention = mentionAt(text, offset, index, 'log');
  assert.ok(mention, `nothing is recognized at ${at}`);
  return explain(mention, text, evidenceAround(text, offset, index), index, 'en');
}
const name = (text: string, at: string): string => {
  const explanation = explained(text, at);
  return `${explanation?.api.id}/${explanation?.problem.id}`;
};

describe('explain chooses', () => {
  const cases: [text: string, at: string, expected: string][] = [
    ['fetch https://api.acme.test/v1 -> NOT_FOUND', 'NOT_FOUND', 'acme/not-found'],
    ['fetch https://other.test/v1 -> NOT_FOUND', 'NOT_FOUND', 'other/missing'],
    ['GET /v1/things/7 answered NOT_FOUND', 'NOT_FOUND', 'acme/not-found'],
    ['EXPIRED_TOKEN once, later NOT_FOUND', 'NOT_FOUND', 'acme/not-found'],
    ['otherapi says NOT_FOUND', 'NOT_FOUND', 'other/missing'],
    ['LIMIT_X and "LIMIT" with nothing around', 'LIMIT"', 'http/standard-limit'],
    ['otherwise acme says "LIMIT"', 'LIMIT', 'acme/limit'],
    ['status: 429', '429', 'http/many'],
    ['acme answered, status: 429', '429', 'acme/limit'],
    ['EXPIRED_TOKEN, status: 429', '429', 'http/many'],
    ['acme answered, status: 401', '401', 'http/unauthorized'],
  ];
  for (const [text, at, expected] of cases)
    it(`${expected} for ${text}`, () => assert.equal(name(text, at), expected));

  it('a message of the API that is meant before a longer one of everybody', () => {
    const some = indexOf(
      {
        id: 'acme',
        name: 'Acme',
        match: { words: ['acme'] },
        problems: [problem('token', { messages: ['Given token not valid'] })],
      },
      {
        id: 'django',
        name: 'Django',
        standard: true,
        problems: [problem('token', { messages: ['Given token not valid for any token type'] })],
      },
    );
    for (const [text, api] of [
      ['acme: Given token not valid for any token type', 'acme'],
      ['Given token not valid for any token type', 'django'],
    ] as const) {
      const mentions = mentionsAt(text, text.indexOf('token'), some, 'log');
      assert.equal(explainBest(mentions, text, evidenceAround(text, 0, some), some, 'en')?.api.id, api);
    }
  });

  it('and names the other APIs that know the code', () => {
    const others = explained('api.acme.test NOT_FOUND', 'NOT_FOUND')?.others;
    assert.deepEqual(
      others?.map(({ api }) => api.name),
      ['Other'],
    );
  });

  it('and names the problems that an API has for a status with several', () => {
    const others = explained('acme status: 401', '401')?.others;
    assert.deepEqual(
      others?.map(({ problem: { id } }) => id),
      ['expired', 'revoked'],
    );
  });
});

import assert from 'node:assert/strict';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { compareSnapshots, lastGood } from '../../../src/core/compare/compare';
import { type Snapshot, takeSnapshot } from '../../../src/core/compare/snapshot';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { redactExchange } from '../../../src/core/redact/redact-exchange';
import { answered, type AnswerSample, bearer, failed, type RequestSample, shop } from '../exchange/samples';

function snapshot(exchange: Exchange, problem?: string): Snapshot {
  const { outcome, request, timings } = exchange;
  const diagnosis = {
    request: { method: request.method, url: request.url, name: request.name },
    outcome,
    ...(problem ? { problem: { id: 'p', title: problem, summary: '' } } : {}),
    causes: [],
    nextSteps: [],
    timings,
    report: '',
  } as unknown as Diagnosis;
  return takeSnapshot(diagnosis, exchange, redactExchange(exchange, shop), shop, 'salt');
}

const of = (sent: RequestSample, answer: AnswerSample = {}, more: Partial<Exchange> = {}): Snapshot =>
  snapshot(answered(answer, sent, more));

const lines = (before: Snapshot, after: Snapshot): string[] =>
  compareSnapshots(before, after).map(
    ({ group, name, before: old = '—', after: now = '—', isHidden }) =>
      `${group} ${name}: ${old} → ${now}${isHidden ? ' (hidden)' : ''}`,
  );

describe('what changed between two diagnoses', () => {
  const cases: [what: string, before: Snapshot, after: Snapshot, expected: string[]][] = [
    ['nothing', of({}), of({}), []],
    [
      'the path, the query and the host',
      of({ url: 'https://a.example/orders?page=1&x=1' }),
      of({ url: 'https://b.example/order?page=2&x=1' }),
      [
        'request-line origin: https://a.example → https://b.example',
        'request-line path: /orders → /order',
        'query page: 1 → 2',
      ],
    ],
    [
      'a header that is gone, in any case of its name',
      of({ headers: { Accept: '*/*', 'X-Tenant': 'a' } }),
      of({ headers: { accept: '*/*' } }),
      ['request-header x-tenant: a → —'],
    ],
    [
      'a member of the body',
      of({ method: 'POST', body: '{"a":{"b":[1,2]},"c":true}' }),
      of({ method: 'POST', body: '{"a":{"b":[1,3]},"d":null}' }),
      ['request-body a.b[1]: 2 → 3', 'request-body d: — → null', 'request-body c: true → —'],
    ],
    [
      'the answer, after its causes, and not what differs each time',
      of(
        { headers: { 'X-A': '1' } },
        { status: 200, headers: { Date: 'x', 'X-Version': '1', 'X-Request-Id': 'a' } },
      ),
      of(
        { headers: { 'X-A': '2' } },
        { status: 503, headers: { Date: 'y', 'X-Version': '2', 'X-Request-Id': 'b' } },
      ),
      ['request-header x-a: 1 → 2', 'answer status: 200 → 503', 'answer-header x-version: 1 → 2'],
    ],
    [
      'no answer at all',
      of({}),
      snapshot(failed({ code: 'ECONNREFUSED' }, {}, { timings: { wait: 50, total: 80 } })),
      ['answer failure: — → ECONNREFUSED', 'answer status: 200 → —'],
    ],
    [
      'a wait that is many times as long, and no jitter',
      of({}, {}, { timings: { dns: 4, wait: 50, total: 60 } }),
      of({}, {}, { timings: { dns: 40, wait: 900, total: 950 } }),
      ['timing wait: 50 → 900', 'timing total: 60 → 950'],
    ],
  ];
  for (const [what, before, after, expected] of cases) {
    it(`finds ${what}`, () => assert.deepEqual(lines(before, after).sort(), [...expected].sort()));
  }

  it('finds claims of the token, and never a token', () => {
    const before = of({ headers: bearer({ exp: 1_763_640_000, role: 'admin', scopes: ['a', 'b'] }) });
    const after = of({ headers: bearer({ exp: 1_763_640_600, role: 'viewer', scopes: ['a'] }) });
    const found = lines(before, after);
    assert.ok(found.includes('token exp: 2025-11-20 12:00 UTC → 2025-11-20 12:10 UTC'), found.join('\n'));
    assert.ok(found.includes('token role: admin → viewer'));
    assert.ok(found.includes('token scopes: a, b → a'));
    assert.doesNotMatch(JSON.stringify([before, after]), /eyJ[\w-]{10,}\./);
  });

  it('sees that a secret is another one without keeping either', () => {
    const before = of({ headers: { 'X-API-Key': 'key-one-1234567890' } });
    const after = of({ headers: { 'X-API-Key': 'key-two-1234567890' } });
    const [difference, ...others] = compareSnapshots(before, after);
    assert.equal(others.length, 0);
    assert.equal(difference?.isHidden, true);
    assert.doesNotMatch(JSON.stringify([before, after]), /1234567890/);
  });
});

describe('the last time that it worked', () => {
  const good = of({}, { status: 200 });
  const other = of({ url: 'https://api.shop.example/api/v1/customers' }, { status: 200 });
  const swallowed = snapshot(answered({ status: 200 }), 'An error inside an answer');
  const bad = of({ url: 'https://api.shop.example/api/v1/orders?page=2' }, { status: 401 });

  it('is the latest good diagnosis of the same method and path', () => {
    assert.equal(lastGood([good, other, swallowed, bad], bad), good);
  });
  it('is that of the same name in the same file, whatever its path was', () => {
    const written = {
      uri: 'file:///a.http',
      firstLine: 0,
      lastLine: 1,
      requestLine: 0,
      text: '',
      unresolvedVariables: [],
    };
    const named = (url: string, status: number): Snapshot => {
      const exchange = answered({ status }, { url }, { written });
      return snapshot({ ...exchange, request: { ...exchange.request, name: 'list' } });
    };
    const before = named('https://api.shop.example/api/v1/orders', 200);
    const after = named('https://api.shop.example/api/v1/order', 404);
    assert.equal(lastGood([before, other, after], after), before);
  });
  it('may never have been', () => assert.equal(lastGood([other, bad], bad), undefined));
});

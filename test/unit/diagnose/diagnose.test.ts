import assert from 'node:assert/strict';
import type { Api, Cause, Problem } from '../../../src/core/catalog/catalog';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import type { Knowledge } from '../../../src/core/diagnose/knowledge';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { matchesMessage } from '../../../src/core/exchange/readings/message';
import { plainL10n } from '../../../src/core/text/language';
import { answered, bearer, date, epoch, failed, jwt, received, shop } from '../exchange/samples';

const text = (en: string) => ({ en, 'pt-BR': `${en} (pt)` });
const cause = (id: string, when?: Cause['when'], test?: string): Cause => ({
  id, title: text(`Cause ${id}`), explanation: text(`About ${id}`), fix: text(`Fix ${id}`), ...(when === undefined ? {} : { when }), ...(test ? { test: text(test) } : {}),
}); // prettier-ignore
const problem = (api: string, id: string, more: Partial<Problem>): Problem => ({
  api, id, status: [], causes: [], title: text(`Problem ${id}`), summary: text(`Summary ${id}`), source: 'test', ...more,
}); // prettier-ignore

const problems: readonly Problem[] = [
  problem('shop', 'token-expired', {
    codes: ['TOKEN_EXPIRED'],
    status: [401],
    causes: [
      cause('skew', { suggests: 'clock.skewed' }),
      cause('expired', 'jwt.expired'),
      cause('revoked', undefined, 'Sign in again'),
    ],
    steps: [{ ...text('Refresh'), code: 'POST /refresh' }],
  }),
  problem('shop', 'invalid-token', {
    codes: ['INVALID_TOKEN'],
    status: [401],
    causes: [
      cause('expired', 'jwt.expired'),
      cause('malformed', 'jwt.malformed'),
      cause('secret', undefined, 'Use a new token'),
    ],
  }),
  problem('shop', 'not-provided', {
    codes: ['AUTH'],
    status: [401],
    messages: ['Credentials were not provided'],
  }),
  problem('shop', 'not-accepted', { codes: ['AUTH'], status: [401], messages: ['Token is {what}'] }),
  problem('shop', 'own-timeout', { codes: ['TIMEOUT'], status: [504] }),
  problem('shop', 'slow', { kind: 'guide', when: { slowerThan: 5000 } }),
  problem('http', 'unauthorized', {
    status: [401],
    causes: [
      cause('missing', 'auth.missing'),
      cause('expired', 'jwt.expired'),
      cause('quoted', 'auth.quoted'),
    ],
  }),
  problem('http', 'not-found', { status: [404], causes: [cause('typo', 'path.nearMiss')] }),
  problem('http', 'too-many', { status: [429] }),
  problem('oauth', 'invalid-grant', { codes: ['invalid_grant'], status: [400] }),
  problem('network', 'refused', {
    codes: ['ECONNREFUSED'],
    causes: [cause('nothing-listens', 'network.refused')],
  }),
];

const of = (api: string | undefined) =>
  problems.filter((each) => (api === undefined ? each.api !== 'shop' : each.api === api));
const knowledge: Knowledge = {
  byCode: (api, code) => of(api).filter(({ codes }) => codes?.includes(code)),
  byMessage: (api, message) =>
    of(api).filter(({ messages }) => messages?.some((template) => matchesMessage(template, message))),
  byStatus: (api, status) =>
    of(api).filter((each) => each.status.includes(status) && each.kind === undefined),
  symptoms: (api) => of(api).filter(({ when }) => when !== undefined),
};

const run = (exchange: Exchange, api: Api | undefined = shop, language: 'en' | 'pt-BR' = 'en'): Diagnosis =>
  diagnose(exchange, { api, knowledge, now: received + 500, l10n: plainL10n(language), version: '1.2.3' });
const verdicts = ({ causes }: Diagnosis): string[] => causes.map(({ id, verdict }) => `${id} ${verdict}`);
const error = (code: string, message = 'x', status = 401) => ({
  status,
  headers: { Date: date() },
  body: { error: { code, message, request_id: 'req-9' } },
});
const expired = { headers: bearer({ exp: epoch(-7440) }) };

describe('a diagnosis', () => {
  it('confirms the expired token, with the proof, and says what to do first', () => {
    const found = run(answered(error('TOKEN_EXPIRED'), expired));
    assert.deepEqual(found.problem, {
      id: 'token-expired',
      title: 'Problem token-expired',
      summary: 'Summary token-expired',
      catalog: 'shop',
      code: 'TOKEN_EXPIRED',
    });
    assert.deepEqual(verdicts(found), [
      'expired confirmed',
      'revoked possible',
      'skew ruled-out',
      'missing ruled-out',
      'quoted ruled-out',
    ]);
    assert.deepEqual(found.causes[0]?.evidence, [
      "The token's `exp` is 2026-11-20 08:14 UTC, 2 h 4 min before the server's clock (`Date`).",
    ]);
    assert.deepEqual(found.nextSteps, ['Fix expired', 'Refresh `POST /refresh`']);
    assert.deepEqual(found.api, { id: 'shop', name: 'Shop API' });
    assert.equal(found.requestId, 'req-9');
  });

  it('speaks the language of the user', () => {
    const found = run(answered(error('TOKEN_EXPIRED'), expired), shop, 'pt-BR');
    assert.equal(found.problem?.title, 'Problem token-expired (pt)');
    assert.equal(found.causes[0]?.fix, 'Fix expired (pt)');
  });

  it('puts first what the answer complains of', () => {
    const token = jwt({ exp: epoch(-60) }).slice(0, -4);
    const found = run(
      answered(error('INVALID_TOKEN', 'Token is malformed'), {
        headers: { Authorization: `Bearer ${token}` },
      }),
    );
    assert.deepEqual(verdicts(found).slice(0, 2), ['malformed confirmed', 'expired confirmed']);
  });

  it('gives the cheapest tests where nothing is proved', () => {
    const found = run(answered(error('INVALID_TOKEN'), { headers: bearer({ exp: epoch(600) }) }));
    assert.deepEqual(verdicts(found), [
      'secret possible',
      'expired ruled-out',
      'malformed ruled-out',
      'missing ruled-out',
      'quoted ruled-out',
    ]);
    assert.deepEqual(found.nextSteps, ['Use a new token']);
  });

  it('adds general causes that the exchange proves or disproves', () => {
    const found = run(
      answered(error('TOKEN_EXPIRED'), { headers: { Authorization: `Bearer "${jwt({ exp: epoch(9) })}"` } }),
    );
    assert.deepEqual(verdicts(found), [
      'quoted confirmed',
      'revoked possible',
      'skew ruled-out',
      'expired ruled-out',
      'missing ruled-out',
    ]);
  });

  it('tells problems with one code apart by the message', () => {
    assert.equal(run(answered(error('AUTH', 'Credentials were not provided.'))).problem?.id, 'not-provided');
    assert.equal(run(answered(error('AUTH', 'Token is expired'))).problem?.id, 'not-accepted');
  });

  it('falls back to the status, and still names the code', () => {
    const found = run(
      answered(error('NO_SUCH_ORDER', 'x', 404), { url: 'https://api.shop.example/api/v1/order' }),
    );
    assert.equal(found.problem?.id, 'not-found');
    assert.equal(found.problem?.code, 'NO_SUCH_ORDER');
    assert.deepEqual(verdicts(found), ['typo confirmed']);
  });

  it('explains an API that no catalog knows, by the standards', () => {
    const found = diagnose(
      answered({ status: 400, body: { error: 'invalid_grant', error_description: 'no' } }),
      { api: undefined, knowledge, now: received, l10n: plainL10n() },
    );
    assert.equal(found.api, undefined);
    assert.equal(found.problem?.id, 'invalid-grant');
  });

  it('names a status that nobody describes, and what the answer says', () => {
    const found = run(
      answered({ status: 418, reason: 'I’m a teapot', body: { message: 'short and stout' } }),
    );
    assert.deepEqual(found.problem, {
      id: 'status-418',
      title: 'The answer is 418 I’m a teapot',
      summary:
        'No standard defines 418: by its first digit it counts as 400 Bad Request. It says: short and stout',
    });
  });

  it('says so where nothing is wrong', () => {
    const found = run(answered({ body: { id: 1 } }, { headers: bearer({ exp: epoch(600) }) }));
    assert.equal(found.problem, undefined);
    assert.deepEqual(found.causes, []);
    assert.deepEqual(found.nextSteps, ['Nothing wrong was found.']);
    assert.match(found.report, /^# Nothing wrong was found/);
  });

  it('takes an error in a 200 for a problem', () => {
    const found = run(
      answered({ body: { success: false, error: { code: 'TOKEN_EXPIRED', message: 'x' } } }, expired),
    );
    assert.equal(found.problem?.id, 'token-expired');
    assert.equal(run(answered({ body: { ok: false, error: 'oops' } })).problem?.id, 'error-in-success');
  });

  it('finds a symptom in a good answer', () => {
    assert.equal(run(answered({ body: [] }, {}, { timings: { total: 6000 } })).problem?.id, 'slow');
  });

  it('takes a failure for no answer of the API', () => {
    assert.equal(run(failed({ code: 'TIMEOUT', message: 'no answer' })).problem?.id, 'timeout');
    const refused = run(
      failed({
        code: 'ECONNREFUSED',
        chain: [{ name: 'Error', code: 'ECONNREFUSED', message: 'x', address: '::1', port: 3000 }],
      }),
    );
    assert.equal(refused.problem?.id, 'refused');
    assert.deepEqual(refused.causes[0]?.evidence, [
      'The connection was refused: ECONNREFUSED at [::1]:3000.',
    ]);
  });

  it('names each variable that had no value, with its line, when nothing was sent', () => {
    const written = {
      uri: 'file:///a.http',
      firstLine: 0,
      lastLine: 9,
      requestLine: 3,
      text: '',
      environment: 'dev',
      unresolvedVariables: [
        { name: 'token', line: 4, character: 9 },
        { name: 'host', line: 3, character: 4 },
      ],
    };
    const found = run(
      failed(
        { code: 'UNRESOLVED_VARIABLE', phase: 'prepare' },
        { headers: { Authorization: 'Bearer {{token}}' } },
        { written },
      ),
    );
    assert.equal(found.causes[0]?.verdict, 'confirmed');
    assert.deepEqual(found.causes[0]?.evidence, [
      '`{{token}}` on line 5 has no value in the environment `dev`.',
      '`{{host}}` on line 4 has no value in the environment `dev`.',
    ]);
    assert.equal(found.nextSteps[0], found.causes[0]?.fix);
    assert.equal(found.environment, 'dev');
  });

  it('says when to try again', () => {
    const found = run(answered({ status: 429, headers: { 'Retry-After': '60' } }));
    assert.equal(found.retryAt, new Date(received + 60_000).toISOString());
    assert.ok(
      found.nextSteps.some((step) => step.startsWith('Send the request again at 2026-11-20 10:19 UTC')),
    );
  });
});

describe('its report', () => {
  const token = jwt({ sub: 'u', exp: epoch(-60) });
  const { report } = run(
    answered(error('TOKEN_EXPIRED', '</pre><script>alert(1)</script> [x](command:y)'), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: "it's",
    }),
  );

  it('holds the request as a command, the answer, the claims and the verdicts', () => {
    assert.match(report, /curl -i -X POST https:\/\/api\.shop\.example/);
    assert.ok(report.includes(String.raw`--data-raw 'it'\''s'`));
    assert.match(report, /HTTP\/1\.1 401/);
    assert.match(report, /Claims: sub, exp/);
    assert.match(report, /Cause expired \(confirmed\)/);
    assert.match(report, /help\\@shop\.example/);
    assert.match(report, /API Troubleshooter 1\.2\.3/);
  });

  it('never holds the token', () => {
    for (const part of token.split('.')) assert.ok(!report.includes(part));
  });
});

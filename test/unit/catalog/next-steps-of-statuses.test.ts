import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { plainL10n } from '../../../src/core/text/language';
import { shippedIndex } from '../../servers/shipped-knowledge';
import { answered, bearer, epoch, failed, received } from '../exchange/samples';

const { causes } = parse(readFileSync('catalog/causes.yaml', 'utf8')) as { causes: { id: string }[] };
const knowledge = indexKnowledge(shippedIndex());
const run = (exchange: Exchange, language: 'en' | 'pt-BR' = 'en'): Diagnosis =>
  diagnose(exchange, { api: undefined, knowledge, now: received, l10n: plainL10n(language) });
const options = (status: number, more: object = {}) =>
  run(
    answered(
      { status, ...more },
      {
        method: 'OPTIONS',
        headers: { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' },
      },
    ),
  );
const verdicts = ({ causes }: Diagnosis): Record<string, string> =>
  Object.fromEntries(causes.map(({ id, verdict }) => [id, verdict]));

describe('what to do next', () => {
  for (let status = 400; status < 600; status++) {
    it(`is said of every status: ${status}`, () => {
      for (const method of ['GET', 'POST']) {
        const { nextSteps, problem } = run(answered({ status }, { method }));
        assert.ok(problem, 'it is a problem');
        assert.ok(nextSteps.length > 0, 'there is a step');
        assert.ok(nextSteps.every((step) => step.length > 15));
      }
    });
  }

  it('is said of a redirect that leads nowhere', () => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { causes, nextSteps } = run(answered({ status }));
      assert.deepEqual(
        [causes[0]?.id, causes[0]?.verdict],
        ['location-missing', 'confirmed'],
        String(status),
      );
      assert.match(nextSteps[0] ?? '', /^Look in the body for a URL/);
    }
  });

  it('is about keys where a key was sent, and about passwords where one was', () => {
    const key = run(answered({ status: 401 }, { headers: { 'X-Api-Key': 'a1b2c3d4e5' } }));
    assert.ok(!/token/i.test(key.nextSteps.slice(0, 1).join()), key.nextSteps.join('\n'));
    assert.equal(verdicts(key)['key-revoked'], 'possible');
    for (const id of [
      'token-expired',
      'token-malformed',
      'refresh-as-access',
      'wrong-audience',
      'clock-skew',
    ])
      assert.equal(verdicts(key)[id], 'ruled-out', id);
    const basic = run(answered({ status: 401 }, { headers: { Authorization: 'Basic am9lOnB3' } }));
    assert.match(basic.nextSteps.join('\n'), /Check caps lock/);
    assert.ok(!/fresh token/i.test(basic.nextSteps.join('\n')));
  });
});

describe('what is only possible', () => {
  /** Those of `causes.yaml`; a catalog's own may need none. */
  const known = new Set(causes.map(({ id }) => id));
  const sent = [
    {},
    { headers: bearer({ exp: epoch(60) }) },
    { headers: { Authorization: 'Bearer opaque0123456789' } },
    { headers: { 'X-Api-Key': 'a1b2c3d4e5' } },
    { headers: { Authorization: 'Basic am9lOnB3' } },
    { method: 'POST', headers: { Cookie: 'sid=a1b2', 'Content-Type': 'application/json' }, body: '{"a":1}' },
  ];
  it('comes with the cheapest test that would tell', () => {
    const without = new Set<string>();
    for (let status = 400; status < 600; status++)
      for (const request of sent)
        for (const { id, verdict, test } of run(answered({ status }, request)).causes)
          if (verdict === 'possible' && test === undefined && known.has(id)) without.add(id);
    assert.deepEqual([...without], []);
  });
});

describe('an expired token', () => {
  const expired = { headers: bearer({ exp: epoch(-60) }) };
  it('explains a 401', () =>
    assert.equal(verdicts(run(answered({ status: 401 }, expired)))['token-expired'], 'confirmed'));
  it('may explain a 403', () => {
    const { causes } = run(answered({ status: 403 }, expired));
    assert.deepEqual([causes[0]?.id, causes[0]?.verdict], ['token-expired', 'possible']);
  });
  it('explains a 403 that says so', () => {
    const said = run(answered({ status: 403, body: { message: 'Failed: jwt has expired' } }, expired));
    assert.deepEqual([said.causes[0]?.id, said.causes[0]?.verdict], ['token-expired', 'confirmed']);
  });
  it('does not explain a 404, a 405, a 415 or a 500', () => {
    for (const status of [404, 405, 415, 500])
      assert.equal(verdicts(run(answered({ status }, expired)))['token-expired'], undefined, String(status));
  });
});

describe("the answer's own words", () => {
  it('stand beside what the status means', () => {
    const { problem } = run(
      answered({ status: 409, body: { message: 'Order 7\n was shipped <b>today</b>' } }),
    );
    assert.match(problem?.summary ?? '', / It says: Order 7 was shipped <b>today<\/b>$/);
    const portuguese = run(answered({ status: 409, body: { message: 'Pedido enviado' } }), 'pt-BR');
    assert.match(portuguese.problem?.summary ?? '', /Pedido enviado$/);
  });
  it('are left out where they repeat the status', () => {
    for (const body of [
      { message: 'Not Found' },
      { error: 'not found' },
      '<html><title>404 Not Found</title></html>',
    ]) {
      const exchange = answered({ status: 404, reason: 'Not Found', body });
      assert.ok(!run(exchange).problem?.summary.includes('It says'), JSON.stringify(body));
    }
  });
  it('are cut where they are long, and hide secrets', () => {
    const secret = { headers: { Authorization: 'Bearer s3cr3t-t0ken-value-0123456789' } };
    const message = `No access for s3cr3t-t0ken-value-0123456789 ${'x '.repeat(500)}`;
    const { summary = '' } = run(answered({ status: 409, body: { message } }, secret)).problem ?? {};
    assert.ok(!summary.includes('s3cr3t-t0ken-value-0123456789'));
    assert.ok(summary.length < 700, String(summary.length));
  });
  it('weigh more than a code that many things share', () => {
    const problemOf = (code: string, message: string) => run(failed({ code, message })).problem?.id;
    const openssl = (text: string) => `write EPROTO 40B7:error:0A00010B:SSL routines:x:${text}:record.c:354:`;
    assert.equal(problemOf('EPROTO', openssl('wrong version number')), 'tls-wrong-version');
    assert.equal(problemOf('EPROTO', openssl('sslv3 alert handshake failure')), 'tls-handshake-failed');
  });
});

describe('the question of a browser', () => {
  it('is a problem of its own, and no credential is missing', () => {
    const refused = options(401);
    assert.equal(refused.problem?.id, 'preflight-refused');
    assert.deepEqual(
      [refused.causes[0]?.id, refused.causes[0]?.verdict],
      ['preflight-needs-authentication', 'confirmed'],
    );
    assert.equal(verdicts(refused)['auth-header-missing'], 'ruled-out');
    assert.equal(options(403).problem?.id, 'preflight-refused');
    assert.equal(
      verdicts(options(405, { headers: { Allow: 'GET, POST' } }))['options-not-routed'],
      'confirmed',
    );
  });
});

describe('a challenge of Cloudflare', () => {
  it('is known by its field, whatever the page says', () => {
    const { problem, causes } = run(answered({ status: 403, headers: { 'cf-mitigated': 'challenge' } }));
    assert.equal(problem?.id, 'cloudflare-challenge');
    assert.equal(causes[0]?.verdict, 'confirmed');
  });
});

describe('a port that is none', () => {
  const port = (url: string) => run(failed({ code: 'INVALID_URL', message: 'x', phase: 'prepare' }, { url }));
  it('is named', () => {
    for (const [url, said] of [
      ['http://localhost:99999/x', '99999'],
      ['http://user:pw@host:80a/', '80a'],
      ['https://[::1]:70000', '70000'],
    ] as const) {
      const [cause] = port(url).causes;
      assert.deepEqual(
        [cause?.id, cause?.evidence],
        ['port-invalid', [`The port in the URL is \`${said}\`.`]],
      );
    }
    assert.equal(port('localhost:80 80/x').causes[0]?.id, 'invalid-url');
  });
});

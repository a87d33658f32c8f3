import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { explainToken, readToken } from '../../../src/core/explain/token';
import { mentionAt, mentionsIn } from '../../../src/core/recognize/recognize';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';
import { indexOf } from '../small-index';

const now = Date.UTC(2026, 10, 21, 12);
const seconds = now / 1000;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = 'c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';
const jwt = (claims: object, header: object = { alg: 'RS256', typ: 'JWT', kid: 'k1' }): string =>
  `${part(header)}.${part(claims)}.${signature}`;
const read = (token: string): { state?: string; lines: string[] } => {
  const reading = readToken(token, now);
  return { state: reading?.state, lines: (reading?.lines ?? []).map((line) => render(line, plainL10n())) };
};

describe('readToken says', () => {
  it('when a token expired, and how long it was valid', () => {
    const { state, lines } = read(jwt({ sub: 'u1', exp: seconds - 7200, iat: seconds - 10_800 }));
    assert.equal(state, 'expired');
    assert.deepEqual(lines.slice(0, 2), [
      'Expired 2 h ago, at 2026-11-21 10:00 UTC.',
      'Issued 2026-11-21 09:00 UTC, for 1 h.',
    ]);
  });

  it('how long a token is still valid, its issuer and audience, and the names of its claims', () => {
    const claims = { iss: 'https://id.example', aud: ['a', 'b'], exp: seconds + 60, email: 'me@example.com' };
    const { state, lines } = read(jwt(claims));
    assert.equal(state, 'current');
    assert.deepEqual(lines, [
      'Valid for another 1 min, until 2026-11-21 12:01 UTC.',
      'Header: alg RS256, typ JWT, kid k1.',
      '`iss`: https://id.example',
      '`aud`: a b',
      'Claims: iss, aud, exp, email.',
    ]);
  });

  it('that a token is not valid yet, or does not expire', () => {
    assert.equal(read(jwt({ nbf: seconds + 10, exp: seconds + 20 })).state, 'not-yet-valid');
    assert.equal(read(jwt({ sub: 'u1' })).state, 'endless');
  });

  const kinds: [claims: object, header: object | undefined, said: string][] = [
    [{ token_type: 'refresh' }, undefined, 'A refresh token: `token_type` is `refresh`.'],
    [{ token_use: 'access' }, undefined, 'An access token: `token_use` is `access`.'],
    [{ typ: 'Refresh' }, undefined, 'A refresh token: `typ` is `Refresh`.'],
    [{}, { alg: 'ES256', typ: 'at+jwt' }, 'An access token: `typ` is `at+jwt`.'],
  ];
  for (const [claims, header, said] of kinds)
    it(said, () => assert.ok(read(jwt(claims, header)).lines.includes(said)));

  it('nothing of the signature or of personal claims', () => {
    const said = read(jwt({ email: 'me@example.com', password: 'hunter2' })).lines.join('\n');
    for (const secret of [signature, 'me@example.com', 'hunter2']) assert.ok(!said.includes(secret));
  });

  it('of a token whose claims are encrypted that they are', () => {
    const jwe = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a2V5.aXY.Y2lwaGVy.dGFn`;
    assert.equal(read(jwe).state, 'encrypted');
  });
});

describe('a token is recognized', () => {
  const index = indexOf({ id: 'none', name: 'None', standard: true });
  const token = jwt({ sub: 'u1', exp: seconds, padding: 'x'.repeat(3000) });
  const around = [
    `Authorization: Bearer ${token}`,
    `{"access_token":"${token}","expires_in":3600}`,
    `https://h/callback#id_token=${token}&state=1`,
    `token is ${token}, see above`,
  ];
  for (const text of around) {
    it(`whole, from each of its parts, in ${text.slice(0, 30)}`, () => {
      const start = text.indexOf('eyJ');
      const end = start + token.length;
      for (const offset of [start, start + 2500, end - 3]) {
        const mention = mentionAt(text, offset, index, 'log');
        assert.deepEqual([mention?.kind, mention?.start, mention?.end], ['token', start, end]);
      }
      assert.equal(mentionsIn(text, index, 'log').filter(({ kind }) => kind === 'token').length, 1);
    });
  }

  const others = [
    'eyJub3QganNvbg.eyJ.x',
    'eyJ',
    'eyJhIjoxfQ',
    `${part({ typ: 'x' })}.${part({})}.sig`,
    'a.b.c',
  ];
  for (const text of others)
    it(`not in ${text}`, () => assert.equal(mentionAt(text, 1, index, 'log')?.kind, undefined));
});

describe('a token is explained by the page that fits its state', () => {
  const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);
  const cases: [claims: object, problem: string][] = [
    [{ exp: seconds - 60 }, 'jwt-expired'],
    [{ exp: seconds + 600, nbf: seconds + 60 }, 'jwt-not-active'],
    [{ exp: seconds + 60 }, 'json-web-token'],
    [{}, 'json-web-token'],
  ];
  for (const [claims, problem] of cases) {
    it(`${problem} for ${JSON.stringify(claims)}`, () => {
      const token = jwt(claims);
      const mention = mentionAt(token, 5, index, 'log');
      assert.ok(mention);
      const explanation = explainToken(mention, token, index, now, plainL10n());
      assert.deepEqual([explanation?.api.id, explanation?.problem.id], ['jwt', problem]);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it, beforeEach, afterEach } from 'mocha';
import { jwtDecode } from 'jwt-decode';
import { bearer, RunningSandbox } from '../../running-sandbox';

const ORDERS = '/api/v1/orders';
const LOGIN = { email: 'user@example.com', password: 'SecurePass123!' };

describe('sandbox, StateSet: authentication', () => {
  const sandbox = new RunningSandbox();
  beforeEach(() => sandbox.start());
  afterEach(() => sandbox.stop());

  const cases: { name: string; token: string; code: string; challenge: RegExp }[] = [
    {
      name: 'an expired token',
      token: 'expired',
      code: 'TOKEN_EXPIRED',
      challenge: /error="invalid_token".*expired/,
    },
    {
      name: 'a token of the future',
      token: 'notYetValid',
      code: 'INVALID_TOKEN',
      challenge: /not valid yet/,
    },
    {
      name: 'a refresh token as access token',
      token: 'refresh',
      code: 'INVALID_TOKEN',
      challenge: /type access/,
    },
    {
      name: "another environment's token",
      token: 'otherIssuer',
      code: 'INVALID_TOKEN',
      challenge: /invalid_token/,
    },
    { name: 'a wrong signature', token: 'badSignature', code: 'INVALID_TOKEN', challenge: /signature/ },
    { name: 'a truncated token', token: 'truncated', code: 'INVALID_TOKEN', challenge: /signature/ },
    { name: 'an unsecured token', token: 'algNone', code: 'INVALID_TOKEN', challenge: /signature/ },
  ];
  for (const { name, token, code, challenge } of cases) {
    it(`answers ${name} with 401 ${code} and a challenge`, async () => {
      const tokens = await sandbox.tokens();
      const answer = await sandbox.send('GET', ORDERS, { headers: bearer(tokens[token]) });
      assert.equal(answer.status, 401);
      assert.equal(answer.body.error.code, code);
      assert.match(answer.headers.get('www-authenticate') ?? '', challenge);
    });
  }

  const unusable: { name: string; headers: (token: string) => Record<string, string> }[] = [
    { name: 'no Authorization', headers: () => ({}) },
    { name: 'a token without its scheme', headers: (token) => ({ Authorization: token }) },
    { name: 'another scheme', headers: (token) => ({ Authorization: `Token ${token}` }) },
  ];
  for (const { name, headers } of unusable) {
    it(`names no error in the challenge to ${name}`, async () => {
      const { valid = '' } = await sandbox.tokens();
      const answer = await sandbox.send('GET', ORDERS, { headers: headers(valid) });
      assert.equal(answer.status, 401);
      assert.equal(answer.body.error.code, 'INVALID_TOKEN');
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer realm="stateset-sandbox"');
    });
  }

  it('refuses a quoted token', async () => {
    const { valid } = await sandbox.tokens();
    const answer = await sandbox.send('GET', ORDERS, { headers: bearer(`"${valid}"`) });
    assert.equal(answer.body.error.code, 'INVALID_TOKEN');
  });

  it('takes the scheme in any case', async () => {
    const { valid } = await sandbox.tokens();
    assert.equal(
      (await sandbox.send('GET', ORDERS, { headers: { Authorization: `bEaReR ${valid}` } })).status,
      200,
    );
  });

  it('lets a token expire by its own clock', async () => {
    const { body } = await sandbox.json('POST', '/api/v1/auth/login', LOGIN);
    const headers = bearer(body.access_token);
    assert.equal(body.expires_in, 3600);
    assert.equal((await sandbox.send('GET', ORDERS, { headers })).status, 200);
    sandbox.now += 3600_000;
    const late = await sandbox.send('GET', ORDERS, { headers });
    assert.equal(late.body.error.code, 'TOKEN_EXPIRED');
    assert.equal(Date.parse(late.headers.get('date') ?? ''), sandbox.now);
  });

  it('issues a token that has expired already where the login asks for one', async () => {
    const { body } = await sandbox.json('POST', '/api/v1/auth/login', { ...LOGIN, expires_in: -60 });
    const { iat = 0, exp = 0 } = jwtDecode(body.access_token);
    assert.equal(exp, sandbox.now / 1000 - 60);
    assert.ok(iat <= exp);
    const answer = await sandbox.send('GET', ORDERS, { headers: bearer(body.access_token) });
    assert.equal(answer.body.error.code, 'TOKEN_EXPIRED');
  });

  it('tells a wrong password from a missing one', async () => {
    const wrong = await sandbox.json('POST', '/api/v1/auth/login', { ...LOGIN, password: 'guess' });
    assert.deepEqual([wrong.status, wrong.body.error.code], [401, 'INVALID_CREDENTIALS']);
    assert.ok(wrong.headers.has('www-authenticate'));
    const missing = await sandbox.json('POST', '/api/v1/auth/login', { email: LOGIN.email });
    assert.deepEqual(missing.body.error.details, { password: ['Password is required'] });
  });

  it('registers a user, who can then log in, once', async () => {
    const user = { email: 'new@example.com', password: 'AnotherPass1!' };
    assert.equal((await sandbox.json('POST', '/api/v1/auth/register', user)).status, 201);
    assert.equal((await sandbox.json('POST', '/api/v1/auth/login', user)).status, 200);
    const again = await sandbox.json('POST', '/api/v1/auth/register', { ...user, email: 'NEW@example.com' });
    assert.deepEqual([again.status, again.body.error.code], [409, 'DUPLICATE_ENTRY']);
  });

  describe('API keys', () => {
    const keys: [key: string, method: string, path: string, status: number, code: string | undefined][] = [
      ['sandbox-key-full-access', 'GET', ORDERS, 200, undefined],
      ['sandbox-key-revoked', 'GET', ORDERS, 401, 'INVALID_API_KEY'],
      ['made-up', 'GET', ORDERS, 401, 'INVALID_API_KEY'],
      ['__proto__', 'GET', ORDERS, 401, 'INVALID_API_KEY'],
      ['sandbox-key-read-only', 'DELETE', `${ORDERS}/ord_1001`, 403, 'INSUFFICIENT_PERMISSIONS'],
    ];
    for (const [key, method, path, status, code] of keys) {
      it(`${method} with ${key} gives ${status}`, async () => {
        const answer = await sandbox.send(method, path, { headers: { 'X-API-Key': key } });
        assert.equal(answer.status, status);
        assert.equal(answer.body.error?.code, code);
      });
    }

    it('are no Bearer tokens', async () => {
      const answer = await sandbox.send('GET', ORDERS, { headers: bearer('sandbox-key-full-access') });
      assert.equal(answer.body.error.code, 'INVALID_TOKEN');
    });
  });

  it('names the permission that is missing, in the body and in the challenge', async () => {
    const { viewer } = await sandbox.tokens();
    const answer = await sandbox.send('DELETE', `${ORDERS}/ord_1001`, { headers: bearer(viewer) });
    assert.equal(answer.status, 403);
    assert.equal(answer.body.error.required_permission, 'orders:delete');
    assert.match(answer.headers.get('www-authenticate') ?? '', /insufficient_scope.*orders:delete/);
  });

  describe('refresh', () => {
    const refresh = (token: string | undefined) =>
      sandbox.json('POST', '/api/v1/auth/refresh', { refresh_token: token });

    it('trades the refresh token of an expired session for tokens that work', async () => {
      const tokens = await sandbox.tokens();
      const { status, body, headers } = await refresh(tokens['refresh']);
      assert.equal(status, 200);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.notEqual(body.refresh_token, tokens['refresh']);
      assert.equal((await sandbox.send('GET', ORDERS, { headers: bearer(body.access_token) })).status, 200);
    });

    it('revokes the whole family when a refresh token is used twice', async () => {
      const { refresh: first } = await sandbox.tokens();
      const second = (await refresh(first)).body.refresh_token;
      assert.equal((await refresh(first)).body.error.code, 'INVALID_TOKEN');
      assert.equal((await refresh(second)).body.error.code, 'INVALID_TOKEN');
    });

    it('lets one of ten concurrent refreshes win', async () => {
      const { refresh: token } = await sandbox.tokens();
      const statuses = (await Promise.all(Array.from({ length: 10 }, () => refresh(token)))).map(
        ({ status }) => status,
      );
      assert.deepEqual(statuses.sort(), [200, ...Array.from({ length: 9 }, () => 401)]);
    });

    it('counts the refreshes of each family', async () => {
      const { body } = await sandbox.json('POST', '/api/v1/auth/login', LOGIN);
      const { family } = jwtDecode<{ family: string }>(body.refresh_token);
      const next = await refresh(body.refresh_token);
      await refresh(next.body.refresh_token);
      const { refreshFamilies } = (await sandbox.send('GET', '/_sandbox/state')).body;
      const state = refreshFamilies.find((each: { family: string }) => each.family === family);
      assert.deepEqual(state, { family, subject: 'user_1001', refreshes: 2, revoked: false });
    });

    for (const [name, code] of [
      ['expiredRefresh', 'TOKEN_EXPIRED'],
      ['usedRefresh', 'INVALID_TOKEN'],
      ['valid', 'INVALID_TOKEN'],
    ] as const) {
      it(`refuses ${name} with ${code}`, async () => {
        const tokens = await sandbox.tokens();
        const answer = await refresh(tokens[name]);
        assert.deepEqual([answer.status, answer.body.error.code], [401, code]);
      });
    }
  });
});

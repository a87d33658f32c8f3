import assert from 'node:assert/strict';
import type { Api } from '../../../src/core/catalog/catalog';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { refreshOf, refreshRequest, tokensIn, withToken } from '../../../src/core/refresh/refresh-request';
import { answered, bearer, type Headers, received, shop } from '../exchange/samples';

const refresh = {
  request: 'POST /api/v1/auth/refresh',
  body: { refresh_token: '{{refreshToken}}', nested: { list: ['{{refreshToken}}', 1] } },
  token: 'data.access_token',
  refreshToken: 'data.refresh_token',
};
const api: Api = {
  ...shop,
  authentication: [
    { scheme: 'bearer-jwt', header: 'Authorization', login: { request: 'POST /api/v1/auth/login' }, refresh },
    { scheme: 'api-key', header: 'X-API-Key' },
  ],
};
const token = bearer({ exp: 1 });

const planFor = (change: {
  status?: number;
  url?: string;
  headers?: Headers;
  api?: Api | undefined;
}): ReturnType<typeof refreshOf> => {
  const { status = 401, url = 'https://api.shop.example/api/v1/orders', headers = token } = change;
  const exchange = answered({ status }, { url, headers });
  return refreshOf(readExchange(exchange, 'api' in change ? change.api : api, received));
};

describe('a plan to refresh a token', () => {
  it('is the request of the catalog at the origin of the refused one', () => {
    const plan = planFor({ url: 'http://localhost:8080/api/v1/orders?page=2' });
    assert.equal(plan?.url, 'http://localhost:8080/api/v1/auth/refresh');
    assert.deepEqual(
      [plan.method, plan.header, plan.origin],
      ['POST', 'Authorization', 'http://localhost:8080'],
    );
  });

  it('is there where no credential was sent at all', () => assert.ok(planFor({ headers: {} })));

  const none: [what: string, change: Parameters<typeof planFor>[0]][] = [
    ['a success', { status: 200 }],
    ['a permission that is missing', { status: 403 }],
    ['an unknown API', { api: undefined }],
    ['an API without a refresh', { api: shop }],
    ['a password', { headers: { Authorization: 'Basic dXNlcjpwYXNz' } }],
    ['an API key', { headers: { 'X-API-Key': 'key-123456' } }],
    ['the refresh request itself', { url: 'https://api.shop.example/api/v1/auth/refresh' }],
    ['the login', { url: 'https://api.shop.example/api/v1/auth/login/' }],
    [
      'a catalog that names another origin',
      {
        api: {
          ...api,
          authentication: [
            {
              scheme: 'bearer',
              header: 'Authorization',
              refresh: { ...refresh, request: 'POST //evil.example/steal' },
            },
          ],
        },
      },
    ],
  ];
  for (const [what, change] of none) {
    it(`does not exist for ${what}`, () => assert.equal(planFor(change), undefined));
  }

  it('puts the token in place of its placeholder, wherever that is', () => {
    const plan = planFor({});
    assert.ok(plan);
    const { body } = refreshRequest(plan, 'a"b$&');
    assert.deepEqual(JSON.parse(body), { refresh_token: 'a"b$&', nested: { list: ['a"b$&', 1] } });
  });

  const answers: [body: string, tokens: unknown][] = [
    ['{"data":{"access_token":"a","refresh_token":"r"}}', { token: 'a', refreshToken: 'r' }],
    ['{"data":{"access_token":"a"}}', { token: 'a' }],
    ['{"access_token":"a"}', undefined],
    ['{"data":{"access_token":{}}}', undefined],
    ['<html>', undefined],
  ];
  for (const [body, tokens] of answers) {
    it(`reads ${body}`, () => {
      const plan = planFor({});
      assert.ok(plan);
      assert.deepEqual(tokensIn(plan, body), tokens);
    });
  }
});

describe('a hostile answer to a refresh request', () => {
  for (const token of ['a\r\nX-Injected: yes', 'a b', 'a\u202eb', '', 'x'.repeat(1_000_000), '\0'])
    it(`brings no token: ${JSON.stringify(token).slice(0, 30)}`, () => {
      const plan = planFor({});
      assert.ok(plan);
      assert.equal(tokensIn(plan, JSON.stringify({ data: { access_token: token } })), undefined);
      const rotated = tokensIn(
        plan,
        JSON.stringify({ data: { access_token: 'good', refresh_token: token } }),
      );
      assert.deepEqual(rotated, { token: 'good' });
    });
});

describe('a request with a new token', () => {
  it('has it where the old one stood', () => {
    const headers = [
      ['accept', '*/*'],
      ['authorization', 'Bearer "old"'],
    ] as const;
    assert.deepEqual(withToken(headers, 'Authorization', 'new'), [
      ['accept', '*/*'],
      ['authorization', 'Bearer new'],
    ]);
  });
  it('has it where none stood', () => {
    assert.deepEqual(withToken([], 'X-Token', 'new'), [['X-Token', 'new']]);
  });
});

import assert from 'node:assert/strict';
import { given as validation, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Diagnosis, Verdict } from '../../../src/core/diagnose/diagnosis';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Exchange, HeaderField } from '../../../src/core/exchange/exchange';
import { plainL10n } from '../../../src/core/text/language';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), validation).catalogs);
const knowledge = indexKnowledge(index);
const api = index.apis.find(({ id }) => id === 'stateset');

const now = Date.UTC(2026, 10, 20, 8, 0, 0);
const inSeconds = (seconds: number): number => now / 1000 + seconds;

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object, header: object = { alg: 'HS256' }): string =>
  `${base64url(header)}.${base64url(claims)}.${'s'.repeat(43)}`;
const token = jwt({ sub: 'user-1', exp: inSeconds(3600), permissions: ['orders:read'] });
const bearer: HeaderField = ['Authorization', `Bearer ${token}`];

interface Case {
  readonly about: string;
  readonly request: string;
  readonly headers?: HeaderField[];
  readonly body?: unknown;
  readonly status: number;
  readonly answerHeaders?: HeaderField[];
  readonly error: Record<string, unknown>;
  /** The server's clock, seconds ahead of the local one. */
  readonly serverAhead?: number;
  readonly problem: string;
  readonly confirmed: readonly string[];
  readonly ruledOut?: readonly string[];
  readonly possible?: readonly string[];
}

const invalidToken = { code: 'INVALID_TOKEN', message: 'Token is invalid or malformed' };
const notFound = { code: 'NOT_FOUND', message: 'Resource not found' };
const duplicate = (details?: object): Record<string, unknown> => ({
  code: 'DUPLICATE_ENTRY',
  message: 'A resource with this identifier already exists',
  ...(details ? { details } : {}),
});

const cases: readonly Case[] = [
  {
    about: 'a token whose exp is over',
    request: 'GET /api/v1/orders',
    headers: [['Authorization', `Bearer ${jwt({ exp: inSeconds(-7200) })}`]],
    status: 401,
    error: { code: 'TOKEN_EXPIRED', message: 'Access token has expired' },
    problem: 'token-expired',
    confirmed: ['token-expired'],
    ruledOut: ['clock-skew'],
  },
  {
    about: 'a token that is good by the local clock only',
    request: 'GET /api/v1/orders',
    headers: [['Authorization', `Bearer ${jwt({ exp: inSeconds(60) })}`]],
    status: 401,
    serverAhead: 600,
    error: { code: 'TOKEN_EXPIRED', message: 'Access token has expired' },
    problem: 'token-expired',
    confirmed: ['clock-skew', 'token-expired'],
  },
  {
    about: 'a token without its scheme',
    request: 'GET /api/v1/orders',
    headers: [['Authorization', token]],
    status: 401,
    error: invalidToken,
    problem: 'invalid-token',
    confirmed: ['scheme-missing'],
    possible: ['secret-differs'],
  },
  {
    about: 'a token that was cut off',
    request: 'GET /api/v1/orders',
    headers: [['Authorization', `Bearer ${token.slice(0, 60)}`]],
    status: 401,
    error: invalidToken,
    problem: 'invalid-token',
    confirmed: ['token-malformed'],
  },
  {
    about: 'a refresh token in the place of an access token',
    request: 'GET /api/v1/orders',
    headers: [['Authorization', `Bearer ${jwt({ exp: inSeconds(9999), token_type: 'refresh' })}`]],
    status: 401,
    error: invalidToken,
    problem: 'invalid-token',
    confirmed: ['refresh-as-access'],
  },
  {
    about: 'a faultless token that the server refuses: nothing is proved',
    request: 'GET /api/v1/orders',
    headers: [bearer],
    status: 401,
    error: invalidToken,
    problem: 'invalid-token',
    confirmed: [],
    possible: ['secret-differs', 'token-rejected-by-server'],
  },
  {
    about: 'an API key that is revoked, in the right header: nothing is proved',
    request: 'GET /api/v1/orders',
    headers: [['X-API-Key', 'sk_live_0123456789']],
    status: 401,
    error: { code: 'INVALID_API_KEY', message: 'API key is invalid or revoked' },
    problem: 'invalid-api-key',
    confirmed: [],
    possible: ['key-revoked'],
    ruledOut: ['key-in-wrong-header'],
  },
  {
    about: 'a token without the permission that the answer names',
    request: 'DELETE /api/v1/orders/42',
    headers: [bearer],
    status: 403,
    error: { code: 'INSUFFICIENT_PERMISSIONS', message: 'No', required_permission: 'orders:delete' },
    problem: 'insufficient-permissions',
    confirmed: ['permission-missing'],
    ruledOut: ['key-permissions-too-narrow'],
  },
  {
    about: 'singular for plural',
    request: 'GET /api/v1/order',
    headers: [bearer],
    status: 404,
    error: notFound,
    problem: 'not-found',
    confirmed: ['path-typo'],
    ruledOut: ['resource-missing', 'prefix-missing'],
  },
  {
    about: 'a path without its prefix',
    request: 'GET /orders',
    headers: [bearer],
    status: 404,
    error: notFound,
    problem: 'not-found',
    confirmed: ['prefix-missing'],
    ruledOut: ['resource-missing'],
  },
  {
    about: 'a right path with an id that is not there',
    request: 'GET /api/v1/orders/42',
    headers: [bearer],
    status: 404,
    error: notFound,
    problem: 'not-found',
    confirmed: ['resource-missing'],
    ruledOut: ['path-typo', 'prefix-missing'],
  },
  {
    about: 'an id that was undefined when the URL was built',
    request: 'GET /api/v1/orders/undefined',
    headers: [bearer],
    status: 404,
    error: notFound,
    problem: 'not-found',
    confirmed: ['empty-parameter'],
    ruledOut: ['resource-missing', 'path-typo'],
  },
  {
    about: 'an id behind a doubled slash: either may be the cause',
    request: 'GET /api/v1//orders/42',
    headers: [bearer],
    status: 404,
    error: notFound,
    problem: 'not-found',
    confirmed: [],
    possible: ['doubled-slash', 'resource-missing'],
  },
  {
    about: 'fields that the answer names',
    request: 'POST /api/v1/auth/register',
    headers: [['Content-Type', 'application/json']],
    body: { email: '' },
    status: 400,
    error: {
      code: 'VALIDATION_ERROR',
      message: 'Invalid request data',
      details: { email: ['Email is required'] },
    },
    problem: 'validation-error',
    confirmed: ['validation-failed'],
    ruledOut: ['invalid-json', 'content-type-wrong'],
  },
  {
    about: 'an e-mail that exists',
    request: 'POST /api/v1/customers',
    headers: [bearer, ['Content-Type', 'application/json']],
    body: { email: 'user@example.com' },
    status: 409,
    error: duplicate({ field: 'email', value: 'user@example.com' }),
    problem: 'duplicate-entry',
    confirmed: ['duplicate-email'],
    ruledOut: ['duplicate-sku', 'duplicate-order-number', 'idempotency-key-reused'],
  },
  {
    about: 'a duplicate whose field the answer does not name: nothing is proved or ruled out',
    request: 'POST /api/v1/customers',
    headers: [bearer, ['Content-Type', 'application/json']],
    body: { email: 'user@example.com' },
    status: 409,
    error: duplicate(),
    problem: 'duplicate-entry',
    confirmed: [],
    possible: ['duplicate-email', 'duplicate-sku', 'duplicate-order-number'],
  },
  {
    about: 'an idempotency key that was used before',
    request: 'POST /api/v1/orders',
    headers: [bearer, ['Content-Type', 'application/json'], ['Idempotency-Key', 'key-1']],
    body: {},
    status: 409,
    error: duplicate({ field: 'idempotency_key' }),
    problem: 'duplicate-entry',
    confirmed: ['idempotency-key-reused'],
    ruledOut: ['duplicate-email'],
  },
  {
    about: 'more than is in stock',
    request: 'POST /api/v1/orders',
    headers: [bearer, ['Content-Type', 'application/json']],
    body: { quantity: 10 },
    status: 422,
    error: { code: 'INSUFFICIENT_INVENTORY', message: 'No', details: { requested: 10, available: 5 } },
    problem: 'insufficient-inventory',
    confirmed: ['quantity-exceeds-stock'],
    ruledOut: ['out-of-stock'],
  },
  {
    about: 'nothing in stock',
    request: 'POST /api/v1/orders',
    headers: [bearer, ['Content-Type', 'application/json']],
    body: { quantity: 1 },
    status: 422,
    error: { code: 'INSUFFICIENT_INVENTORY', message: 'No', details: { requested: 1, available: 0 } },
    problem: 'insufficient-inventory',
    confirmed: ['out-of-stock', 'quantity-exceeds-stock'],
  },
  {
    about: 'a rate limit that is used up',
    request: 'GET /api/v1/orders',
    headers: [bearer],
    status: 429,
    answerHeaders: [
      ['X-RateLimit-Limit', '100'],
      ['X-RateLimit-Remaining', '0'],
      ['X-RateLimit-Reset', String(inSeconds(60))],
      ['Retry-After', '60'],
    ],
    error: { code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded' },
    problem: 'rate-limit-exceeded',
    confirmed: ['rate-limit-hit'],
    possible: ['burst-without-backoff'],
  },
];

describe('the StateSet catalog judges', () => {
  for (const each of cases) {
    it(each.about, () => {
      const diagnosis = diagnose(exchangeOf(each), { api, knowledge, now, l10n: plainL10n() });
      assert.equal(diagnosis.problem?.id, each.problem);
      assert.deepEqual(withVerdict(diagnosis, 'confirmed'), each.confirmed);
      assertAmong(withVerdict(diagnosis, 'possible'), each.possible);
      assertAmong(withVerdict(diagnosis, 'ruled-out'), each.ruledOut);
    });
  }
});

const withVerdict = ({ causes }: Diagnosis, verdict: Verdict): string[] =>
  causes.filter((cause) => cause.verdict === verdict).map(({ id }) => id);

function assertAmong(found: readonly string[], wanted: readonly string[] = []): void {
  assert.deepEqual(
    wanted.filter((id) => !found.includes(id)),
    [],
  );
}

function exchangeOf(each: Case): Exchange {
  const { request, headers = [], body, status, answerHeaders = [], error, serverAhead = 0 } = each;
  const [method = '', path = ''] = request.split(' ');
  const url = `http://localhost:8080${path}`;
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const answer = JSON.stringify({ error });
  return {
    request: { method, url, headers, ...(sent ? { body: { text: sent, size: sent.length } } : {}) },
    redirects: [],
    startedAt: now - 50,
    timings: { wait: 40, total: 50 },
    outcome: {
      kind: 'response',
      status,
      reason: '',
      httpVersion: '1.1',
      headers: [
        ['Content-Type', 'application/json'],
        ['Date', new Date(now + 1000 * serverAhead).toUTCString()],
        ...answerHeaders,
      ],
      body: { text: answer, size: answer.length },
      url,
      receivedAt: now,
    },
  };
}

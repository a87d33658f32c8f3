import assert from 'node:assert/strict';
import type { Api } from '../../../src/core/catalog/catalog';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { answered, date, epoch, type Headers, received, shop } from './samples';

/** Times in seconds from when the answer arrives. */
interface Expected {
  limit?: number;
  remaining?: number;
  window?: number;
  reset?: number;
  retry?: number;
  field?: string;
}

const iso = (ahead: number): string => new Date(received + ahead * 1000).toISOString();

const table: readonly (readonly [
  dialect: string,
  headers: Headers,
  expected: Expected | undefined,
  more?: { status?: number; body?: unknown; api?: Api },
])[] = [
  ['Retry-After in seconds', { 'Retry-After': '60' }, { retry: 60, field: 'Retry-After' }],
  [
    'Retry-After as a date, by the clock of Date',
    { 'Retry-After': date(3660), Date: date(3600) },
    { retry: 60 },
  ],
  [
    'Retry-After before any reset',
    { 'Retry-After': '5', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(epoch(90)) },
    { retry: 5, reset: 90, remaining: 0, field: 'Retry-After' },
  ],
  ['a malformed Retry-After', { 'Retry-After': '-5' }, undefined],
  ['Retry-After of a 503', { 'Retry-After': '120' }, { retry: 120 }, { status: 503 }],
  [
    'drafts 01–03',
    { 'RateLimit-Limit': '100, 100;w=10', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '7' },
    { limit: 100, remaining: 0, window: undefined, reset: 7, retry: 7 },
  ],
  [
    'draft 07',
    { RateLimit: 'limit=100, remaining=0, reset=5', 'RateLimit-Policy': '100;w=60' },
    { limit: 100, remaining: 0, window: 60, reset: 5, retry: 5 },
  ],
  [
    'drafts 08–10',
    {
      RateLimit: '"day";r=500;t=9000, "burst";r=0;t=30',
      'RateLimit-Policy': '"burst";q=100;w=60;qu="requests", "day";q=1000;w=86400',
    },
    { limit: 100, remaining: 0, window: 60, reset: 30, retry: 30 },
  ],
  [
    'epoch seconds',
    { 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(epoch(42)) },
    { limit: 60, remaining: 0, reset: 42, retry: 42, field: 'X-RateLimit-Reset' },
  ],
  [
    'epoch milliseconds',
    { 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': String(epoch(42) * 1000) },
    { remaining: 0, reset: 42, retry: 42 },
  ],
  ['seconds from now', { 'X-RateLimit-Reset': '42' }, { reset: 42, retry: 42 }],
  [
    'a date',
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': date(42) },
    { remaining: 0, reset: 42, retry: 42 },
  ],
  [
    'ISO 8601',
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': new Date(received + 42_000).toISOString() },
    { remaining: 0, reset: 42, retry: 42 },
  ],
  [
    'a duration',
    { 'X-RateLimit-Remaining-Requests': '0', 'X-RateLimit-Reset-Requests': '1m2s' },
    { remaining: 0, reset: 62, retry: 62 },
  ],
  [
    'the unit that a catalog pins',
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '42' },
    { remaining: 0, reset: 42 - epoch(), retry: 42 - epoch() },
    { api: shop },
  ],
  [
    'an epoch by a clock that is ahead',
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(epoch(3642)), Date: date(3600) },
    { remaining: 0, reset: 42, retry: 42 },
  ],
  [
    'no wait while some remain',
    { 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': '42' },
    { remaining: 7, reset: 42, retry: undefined },
    { status: 404 },
  ],
  ['a malformed field', { 'X-RateLimit-Remaining': 'many', RateLimit: ';;;' }, undefined],
  [
    'a catalog’s member of the body',
    {},
    { retry: 9, field: 'error.details.wait_seconds' },
    { body: { error: { details: { wait_seconds: 9 } } }, api: shop },
  ],
  [
    'a usual member of the body',
    {},
    { retry: 9, field: 'retry_after' },
    { body: { error: 'slow_down', retry_after: 9 } },
  ],
  [
    'a sentence of DRF',
    {},
    { retry: 42 },
    { body: { detail: 'Request was throttled. Expected available in 42 seconds.' } },
  ],
  [
    'a sentence in Portuguese',
    {},
    { retry: 60 },
    { body: { error: { code: 'X', message: 'Limite excedido. Tente novamente em 60 segundos.' } } },
  ],
  ['minutes', {}, { retry: 120 }, { body: { message: 'Try again in 2 minutes' } }],
  ['nothing at all', {}, undefined],
  [
    'requests of Anthropic, whose tokens are not used up',
    {
      'anthropic-ratelimit-tokens-limit': '40000',
      'anthropic-ratelimit-tokens-remaining': '39000',
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '0',
      'anthropic-ratelimit-requests-reset': iso(12),
    },
    { limit: 50, remaining: 0, reset: 12, retry: 12, field: 'anthropic-ratelimit-requests-reset' },
  ],
  [
    'tokens that are used up before the requests',
    {
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-limit-tokens': '1000',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '6m0s',
    },
    { limit: 1000, remaining: 0, reset: 360, retry: 360, field: 'x-ratelimit-reset-tokens' },
  ],
  [
    'Kong, by the minute',
    {
      'X-RateLimit-Limit-Minute': '5',
      'X-RateLimit-Remaining-Minute': '0',
      'X-RateLimit-Limit-Hour': '100',
      'X-RateLimit-Remaining-Hour': '95',
    },
    { limit: 5, remaining: 0, window: 60, field: 'X-RateLimit-Remaining-Minute' },
  ],
  [
    'GitHub, with what was used',
    { 'X-RateLimit-Limit': '60', 'X-RateLimit-Used': '60', 'X-RateLimit-Reset': String(epoch(30)) },
    { limit: 60, remaining: 0, reset: 30, retry: 30 },
  ],
  [
    'Discord, whose Reset-After is exact',
    {
      'X-RateLimit-Limit': '5',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(epoch(2)),
      'X-RateLimit-Reset-After': '1.25',
    },
    { limit: 5, remaining: 0, reset: 1.25, retry: 1.25, field: 'X-RateLimit-Reset-After' },
  ],
  [
    'X-Rate-Limit',
    { 'X-Rate-Limit-Limit': '15', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': String(epoch(9)) },
    { limit: 15, remaining: 0, reset: 9, retry: 9 },
  ],
  ['a maker’s own prefix', { 'X-HubSpot-RateLimit-Remaining': '0' }, { remaining: 0 }],
  [
    'Shopify’s calls',
    { 'X-Shopify-Shop-Api-Call-Limit': '40/40', 'Retry-After': '2.0' },
    { limit: 40, remaining: 0, retry: 2 },
  ],
  ['X-Retry-After', { 'X-Retry-After': '20' }, { retry: 20, field: 'X-Retry-After' }],
  ['Retry-After-Ms', { 'Retry-After-Ms': '1500' }, { retry: 1.5, field: 'Retry-After-Ms' }],
  [
    'google.rpc.RetryInfo',
    {},
    { retry: 17, field: 'retryDelay' },
    {
      body: {
        error: {
          code: 429,
          details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '17s' }],
        },
      },
    },
  ],
  ['a word like it in another field', { 'X-Ratelimiter-Version': '3', 'X-Limit': '4' }, undefined],
];

describe('rate limits by one clock', () => {
  for (const [dialect, headers, expected, { status = 429, body, api } = {}] of table) {
    it(`read ${dialect}`, () => {
      const limit = readExchange(answered({ status, headers, body }), api, received).rateLimit;
      const seconds = (at: number | undefined): number | undefined =>
        at === undefined ? undefined : (at - received) / 1000;
      if (!expected) return assert.equal(limit, undefined);
      assert.ok(limit);
      if ('limit' in expected) assert.equal(limit.limit, expected.limit);
      assert.equal(limit.remaining, expected.remaining);
      if (expected.window !== undefined) assert.equal(limit.window, expected.window * 1000);
      assert.equal(seconds(limit.resetAt), expected.reset);
      assert.equal(seconds(limit.retryAt), expected.retry);
      if (expected.field !== undefined) assert.equal(limit.field, expected.field);
    });
  }
});

import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { evidenceAround } from '../../../src/core/explain/api-evidence';
import { explain } from '../../../src/core/explain/explain';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { answered } from '../exchange/samples';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);
const knowledge = indexKnowledge(index);
const known = (api: { id: string }, code: string): boolean => knowledge.byCode(api.id, code).length > 0;

const identify = (url: string, status: number, body: unknown): string | undefined =>
  identifyApi(answered({ status, body }, { url }), index.apis, known)?.id;

/** The APIs that hovers over anything in the body's text would explain it by. */
function explainedBy(body: unknown): string[] {
  const text = JSON.stringify(body, undefined, 2);
  const apis = mentionsIn(text, index, 'json').map((mention) => {
    const evidence = evidenceAround(text, mention.start, index);
    return explain(mention, text, evidence, index, 'en')?.api.id;
  });
  const isApi = (id: string | undefined): id is string =>
    index.apis.some((api) => api.id === id && api.standard !== true);
  return [...new Set(apis.filter(isApi))];
}

const celigo = (code: string, message: string) => ({ errors: [{ code, message }] });
const upstream = (code: string, message: string, details: object = {}) => ({
  error: { code, message, details },
});

type Body = readonly [status: number, body: unknown];

const own: Readonly<Record<string, { host: string; path: string; bodies: readonly Body[] }>> = {
  celigo: {
    host: 'https://api.integrator.io',
    path: '/v1/flows/5f1',
    bodies: [
      [401, celigo('unauthorized', 'Invalid or expired API key')],
      [401, celigo('unauthorized', 'The access token is not known here')],
      [403, celigo('forbidden', 'Insufficient permissions')],
      [504, celigo('connection_timeout', 'Request timed out after 30 seconds')],
      [429, celigo('rate_limit_exceeded', 'Too many requests')],
      [500, celigo('CONNECTION_ERROR', 'Destination unavailable')],
    ],
  },
  upstream: {
    host: 'https://api.upstream.example.com',
    path: '/api/v1/reports/7/',
    bodies: [
      [401, upstream('authentication_failed', 'Given token not valid for any token type')],
      [403, upstream('permission_denied', 'You do not have permission to perform this action.')],
      [404, upstream('not_found', 'Not found.')],
      [
        429,
        upstream('throttled', 'Request was throttled. Expected available in 42 seconds.', {
          wait_seconds: 42,
        }),
      ],
      [400, upstream('validation_error', 'Invalid input.', { name: ['This field is required.'] })],
      [400, upstream('parse_error', 'JSON parse error')],
      [405, upstream('method_not_allowed', 'Method "GET" not allowed.')],
      [415, upstream('unsupported_media_type', 'Unsupported media type "text/plain" in request.')],
      [500, upstream('internal_server_error', 'An unexpected error occurred. Please try again later')],
    ],
  },
};

describe('an API is told by the bodies of its errors', () => {
  for (const [id, { host, path, bodies }] of Object.entries(own)) {
    for (const [status, body] of bodies) {
      const what = `${id}: ${JSON.stringify(body).slice(0, 70)}`;
      it(`at its host, ${what}`, () => assert.equal(identify(host + path, status, body), id));
      it(`on a local port, ${what}`, () =>
        assert.equal(identify(`http://localhost:9123${path}`, status, body), id));
      it(`at a path that nobody knows, ${what}`, () =>
        assert.equal(identify('http://127.0.0.1:9123/x', status, body), id));
      it(`as a text, ${what}`, () => assert.deepEqual(explainedBy(body), [id]));
    }
  }

  it('and by a header field that only it sends', () => {
    const exchange = answered(
      { headers: { 'X-Request-Duration-Ms': '12' }, body: [] },
      { url: 'http://localhost:9123/reports/' },
    );
    assert.equal(identifyApi(exchange, index.apis, known)?.id, 'upstream');
  });

  it('and by the host of its other region', () => {
    assert.equal(identify('https://api.eu.integrator.io/v1/flows', 401, ''), 'celigo');
  });
});

const foreign: Readonly<Record<string, Body>> = {
  'a flat error': [
    401,
    { object: 'error', status: 401, code: 'unauthorized', message: 'The token is invalid.' },
  ],
  'an error that is a word': [403, { error: 'forbidden' }],
  'a code of another place': [
    429,
    { error: { message: 'Slow down', type: 'requests', param: null, code: 'rate_limit_exceeded' } },
  ],
  'Stripe: a card': [
    402,
    {
      error: {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'generic_decline',
        doc_url: 'https://stripe.com/docs/error-codes/card-declined',
        message: 'Your card was declined.',
        param: '',
      },
    },
  ],
  'Stripe: a key': [
    401,
    { error: { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_***1234' } },
  ],
  'Stripe: too many': [
    429,
    {
      error: {
        type: 'invalid_request_error',
        code: 'rate_limit',
        doc_url: 'https://stripe.com/docs/error-codes/rate-limit',
        message: 'Request rate limit exceeded. Learn more about rate limits.',
      },
    },
  ],
  'GitHub: not found': [
    404,
    { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  ],
  'GitHub: credentials': [
    401,
    { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
  ],
  'GitHub: a rate limit': [
    403,
    {
      message: 'API rate limit exceeded for 203.0.113.7. (But here is the good news …)',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    },
  ],
  'GitHub: validation': [
    422,
    {
      message: 'Validation Failed',
      errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
      documentation_url: 'https://docs.github.com/rest',
    },
  ],
  'JSON:API': [
    403,
    { errors: [{ status: '403', code: 'forbidden', title: 'Forbidden', detail: 'No access to this.' }] },
  ],
  GraphQL: [
    400,
    {
      errors: [
        { message: 'Cannot query field "x"', locations: [{ line: 1, column: 3 }], extensions: { code: 'E' } },
      ],
    },
  ],
  'GraphQL with a code beside': [
    401,
    { errors: [{ message: 'no', code: 'unauthorized', locations: [{ line: 1, column: 3 }], path: ['me'] }] },
  ],
  Firestore: [
    403,
    { error: { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' } },
  ],
  'problem details': [
    404,
    { type: 'about:blank', title: 'Not Found', status: 404, detail: 'No such thing.' },
  ],
};

describe('no API claims the body of another', () => {
  for (const [what, [status, body]] of Object.entries(foreign)) {
    it(`${what}, on a local port`, () =>
      assert.equal(identify('http://localhost:12111/v1/things', status, body), undefined));
    it(`${what}, at a host of its own`, () =>
      assert.equal(identify('https://api.payments.example/api/v1/orders', status, body), undefined));
    if (!/JSON:API|GraphQL/.test(what))
      it(`${what}, as a text`, () => assert.deepEqual(explainedBy(body), []));
  }

  it('nor a host beside its own under a wildcard', () => {
    assert.equal(identify('https://api.example.com/things', 404, ''), undefined);
  });
});

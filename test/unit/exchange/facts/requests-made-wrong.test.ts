import type { Exchange, WrittenRequest } from '../../../../src/core/exchange/exchange';
import { describeFacts } from '../fact-table';
import { answered, failed, received, shop } from '../samples';

const written = (
  environment: string,
  environments: string[] = [environment],
): { written: WrittenRequest } => ({
  written: {
    uri: 'file:///a.http',
    firstLine: 0,
    lastLine: 3,
    requestLine: 0,
    text: '',
    environment,
    environments,
    unresolvedVariables: [],
  },
});
const chosen = (environment: string, url: string, environments?: string[]): Exchange =>
  answered({ status: 401 }, { url }, written(environment, environments));

const keyed = { method: 'POST', headers: { 'Idempotency-Key': 'k1' }, body: '{"a":1}' };
const before = (more: object) => ({
  earlier: [
    {
      startedAt: received - 60_080,
      method: 'POST',
      path: '/api/v1/orders',
      sameUrl: true,
      sameBody: true,
      status: 201,
      ...more,
    },
  ],
});
const preflight = { Origin: 'https://app.example', 'Access-Control-Request-Method': 'PUT' };
const formAsJson = (body: string) =>
  answered({ status: 400 }, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

describeFacts({
  'request.environmentMismatch': [
    {
      it: 'staging chosen, the host of production',
      exchange: chosen('staging', 'https://api.prod.acme.example/x'),
      holds: true,
      evidence: 'The chosen environment is `staging`, the request goes to `api.prod.acme.example`.',
    },
    {
      it: 'production chosen, the host of staging',
      exchange: chosen('Production (EU)', 'https://staging-api.acme.example/x'),
      holds: true,
    },
    { it: 'production chosen, this machine', exchange: chosen('prod', 'http://localhost:80/'), holds: true },
    { it: 'the same', exchange: chosen('stg', 'https://api.staging.acme.example/'), holds: false },
    { it: 'dev on this machine', exchange: chosen('dev', 'http://127.0.0.1:3000/'), holds: false },
    { it: 'sandbox on this machine', exchange: chosen('sandbox', 'http://localhost:8080/'), holds: false },
    {
      it: 'a host that does not say',
      exchange: chosen('staging', 'https://api.acme.example/', ['staging', 'prod']),
      holds: 'unknown',
      evidence:
        'The chosen environment is `staging`, the request goes to `api.acme.example`; there is also prod.',
    },
    {
      it: 'a name that says nothing',
      exchange: chosen('anna', 'https://api.prod.acme.example/'),
      holds: false,
    },
    { it: 'none chosen', exchange: answered({}), holds: false },
  ],
  'request.idempotencyKeyReused': [
    {
      it: 'another body',
      exchange: answered({ status: 422 }, keyed, before({ sameBody: false })),
      holds: true,
      evidence: '`Idempotency-Key` was sent 1 min before with another body.',
    },
    {
      it: 'another URL',
      evidence: '`Idempotency-Key` was sent 1 min before with another request: POST /api/v1/refunds.',
      exchange: answered({ status: 422 }, keyed, before({ path: '/api/v1/refunds', sameUrl: false })),
      holds: true,
    },
    { it: 'a repeat', exchange: answered({ status: 409 }, keyed, before({})), holds: false },
    { it: 'never seen', exchange: answered({ status: 409 }, keyed), holds: 'unknown' },
    { it: 'no key', exchange: answered({ status: 409 }, { method: 'POST' }), holds: false },
  ],
  'request.preflight': [
    {
      it: 'the question of a browser',
      exchange: answered({ status: 403 }, { method: 'OPTIONS', headers: preflight }),
      holds: true,
      evidence: '`https://app.example` asks for permission to send PUT.',
    },
    { it: 'OPTIONS by hand', exchange: answered({ status: 403 }, { method: 'OPTIONS' }), holds: false },
    { it: 'another method', exchange: answered({ status: 403 }, { headers: preflight }), holds: false },
  ],
  'redirect.locationMissing': [
    {
      it: '302 to nowhere',
      exchange: answered({ status: 302 }),
      holds: true,
      evidence: 'The status is 302, and the answer has no `Location`.',
    },
    { it: 'with one', exchange: answered({ status: 301, headers: { Location: '/b' } }), holds: false },
    { it: '304 needs none', exchange: answered({ status: 304 }), holds: false },
    { it: 'no answer', exchange: failed({ code: 'ECONNRESET' }), holds: 'unknown' },
  ],
  'request.bodyInvalidJson': [
    {
      it: 'a form is no JSON gone wrong',
      exchange: formAsJson('grant_type=password&username=a'),
      holds: false,
      evidence: 'The body looks like application/x-www-form-urlencoded, not like JSON gone wrong.',
    },
    {
      it: 'a comma too many',
      exchange: formAsJson('{\n  "a": 1,\n}'),
      holds: true,
      evidence: 'The body is not JSON: line 2, column 9: trailing comma.',
    },
    {
      it: 'a comma too many in a list',
      exchange: formAsJson('[1, 2, ]'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 6: trailing comma.',
    },
    {
      it: 'single quotes',
      exchange: formAsJson("{'a': 1}"),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 2: single quotes where double quotes are needed.',
    },
    {
      it: 'a comment',
      exchange: formAsJson('{\n  // the number\n  "a": 1\n}'),
      holds: true,
      evidence: 'The body is not JSON: line 2, column 3: comments are not allowed.',
    },
    {
      it: 'a name without quotes',
      exchange: formAsJson('{a: 1}'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 2: a property name in double quotes is expected.',
    },
    {
      it: 'NaN',
      exchange: formAsJson('{"a": NaN}'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 7: `NaN` is not a JSON value.',
    },
    {
      it: 'what Python prints',
      exchange: formAsJson('{"a": True, "b": None}'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 7: `True` is not a JSON value.',
    },
    {
      it: 'a byte order mark that nobody complains of',
      exchange: formAsJson('\uFEFF{"a": 1}'),
      holds: 'unknown',
      evidence: 'A byte order mark (U+FEFF) comes before the JSON.',
    },
    {
      it: 'a byte order mark that Python refuses',
      exchange: answered(
        { status: 400, body: { detail: 'JSON parse error - Unexpected UTF-8 BOM (decode using utf-8-sig)' } },
        { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '\uFEFF{"a": 1}' },
      ),
      holds: true,
    },
    {
      it: 'a text without quotes',
      exchange: formAsJson('{"a": hello}'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 7: a text without double quotes.',
    },
    {
      it: 'a comma that is missing',
      exchange: formAsJson('{"a": 1 "b": 2}'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 9: a comma is expected.',
    },
    {
      it: 'an end that is missing',
      exchange: formAsJson('{"a": [1, 2'),
      holds: true,
      evidence: /line 1, column 12: a closing bracket is expected/,
    },
    {
      it: 'curly quotes',
      exchange: formAsJson('{“a”: 1}'),
      holds: true,
      evidence: 'The body is not JSON: line 1, column 2: typographic quotes where straight ones are needed.',
    },
  ],
  'path.trailingSlash': [
    {
      it: 'an API that ends all paths so',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/orders/9/' }),
      api: { ...shop, match: { endpoints: ['/api/token/', 'GET /api/users/{id}/'] } },
      holds: false,
    },
    {
      it: 'an API that ends none so',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/v1/nothing/' }),
      api: shop,
      holds: 'unknown',
    },
  ],
  'path.prefixMissing': [
    {
      it: '/v1 for /api/v1',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/v1/orders' }),
      api: shop,
      holds: true,
      evidence: '`/v1/orders` is not an endpoint of Shop API; `/api/v1/orders` is.',
    },
    {
      it: 'another version',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/v2/orders' }),
      api: shop,
      holds: 'unknown',
    },
  ],
  'path.nearMiss': [
    {
      it: 'another version',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/v2/orders' }),
      api: shop,
      holds: true,
      evidence: '`/api/v2/orders` is not an endpoint of Shop API; `/api/v1/orders` is.',
    },
    {
      it: 'two letters swapped',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/v1/oredrs/7' }),
      api: shop,
      holds: true,
    },
    {
      it: 'another resource',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/v1/refunds' }),
      api: shop,
      holds: false,
    },
  ],
});

import { describeFacts } from '../fact-table';
import { answered, failed, type RequestSample, shop } from '../samples';

const post = (body: string, type?: string): RequestSample => ({
  method: 'POST',
  body,
  headers: type === undefined ? {} : { 'Content-Type': type },
});
const json = 'application/json';
const bad = { status: 400 };
const at = (path: string, method = 'GET') => ({ method, url: `https://api.shop.example${path}` });
const written = {
  uri: 'file:///a.http',
  firstLine: 3,
  lastLine: 8,
  requestLine: 4,
  text: '',
  unresolvedVariables: [{ name: 'token', line: 5, character: 22 }],
};

describeFacts({
  'request.strayBlankLine': [
    {
      it: 'Authorization below it',
      exchange: answered(
        { status: 401 },
        { method: 'GET', body: 'Authorization: Bearer abc\nX-Trace: 1\n' },
        {
          written: {
            ...written,
            unresolvedVariables: [],
            text: '### orders\nGET https://api.shop.example/x\n\nAuthorization: Bearer abc\nX-Trace: 1',
          },
        },
      ),
      holds: true,
      evidence:
        'Line 6 of the file is blank, so that `Authorization`, `X-Trace` below it went out as the body.',
    },
    {
      it: 'a file that is not known',
      exchange: answered(bad, post('Content-Type: application/json\n\n{}')),
      holds: true,
    },
    { it: 'JSON', exchange: answered(bad, post('{"Authorization": "x"}')), holds: false },
    {
      it: 'a text with a colon',
      exchange: answered(bad, post('Note: Accept: all', 'text/plain')),
      holds: false,
    },
    {
      it: 'parts of a multipart body',
      exchange: answered(bad, post('Content-Type: text/plain\n\nx', 'multipart/mixed; boundary=x')),
      holds: false,
    },
    { it: 'no body', exchange: answered(bad), holds: false },
  ],
  'request.bodyInvalidJson': [
    {
      it: 'a trailing comma',
      exchange: answered(bad, post('{\n  "sku": "A1",\n}', json)),
      holds: true,
      evidence: 'The body is not JSON: line 2, column 14: trailing comma.',
    },
    {
      it: 'single quotes',
      exchange: answered(bad, post("{'a': 1}", json)),
      holds: true,
      evidence: /line 1, column 2: single quotes/,
    },
    { it: 'cut off', exchange: answered(bad, post('{"a": ', json)), holds: true },
    { it: 'well-formed', exchange: answered(bad, post('{"a": 1}', `${json}; charset=utf-8`)), holds: false },
    { it: 'a form', exchange: answered(bad, post('a=1', 'application/x-www-form-urlencoded')), holds: false },
    { it: 'no body', exchange: answered(bad), holds: false },
    { it: 'nobody promised JSON', exchange: answered(bad, post('{"a": }')), holds: 'unknown' },
    { it: 'an empty body', exchange: answered(bad, post('', json)), holds: 'unknown' },
  ],
  'request.contentTypeMissing': [
    {
      it: 'a body alone',
      exchange: answered(bad, post('{"a":1}')),
      holds: true,
      evidence: 'The request has a body of 7 characters and no `Content-Type`.',
    },
    { it: 'both', exchange: answered(bad, post('{}', json)), holds: false },
    { it: 'no body', exchange: answered(bad), holds: false },
  ],
  'request.contentTypeWrong': [
    {
      it: 'the answer names the type that was sent',
      exchange: answered(
        { status: 415, body: { detail: 'Unsupported media type "text/csv" in request.' } },
        post('a,b', 'text/csv'),
      ),
      holds: true,
      evidence: /^`Content-Type` is `text\/csv`; the answer says: Unsupported/,
    },
    {
      it: 'the answer names another as the one it takes',
      exchange: answered(
        { status: 400, body: { message: 'content must be application/x-www-form-urlencoded' } },
        post('{"a":1}', json),
      ),
      holds: true,
    },
    {
      it: 'the answer speaks of a file in the body',
      exchange: answered(
        { status: 422, body: { message: 'Only image/png files are allowed' } },
        post('{"a":1}', json),
      ),
      holds: false,
    },
    {
      it: 'JSON as text',
      exchange: answered(bad, post('{"a":1}', 'text/plain')),
      holds: true,
      evidence: '`Content-Type` is `text/plain`, the body looks like JSON.',
    },
    { it: 'a form as JSON', exchange: answered(bad, post('a=1&b=2', json)), holds: true },
    {
      it: 'multipart without boundary',
      exchange: answered(bad, post('--x', 'multipart/form-data')),
      holds: true,
    },
    {
      it: 'not what the answer takes',
      exchange: answered(
        { status: 415, headers: { 'Accept-Post': 'application/json' } },
        post('<a/>', 'application/xml'),
      ),
      holds: true,
    },
    { it: 'what the body is', exchange: answered(bad, post('{"a":1}', json)), holds: false },
    {
      it: 'a 415 that lists nothing',
      exchange: answered({ status: 415 }, post('{"a":1}', json)),
      holds: 'unknown',
    },
  ],
  'request.acceptWrong': [
    {
      it: 'a 406',
      exchange: answered({ status: 406 }, { headers: { Accept: 'application/xml' } }),
      holds: true,
    },
    {
      it: 'a 406 that may be about the language',
      exchange: answered(
        { status: 406 },
        { headers: { Accept: 'application/xml', 'Accept-Language': 'pt' } },
      ),
      holds: 'unknown',
    },
    {
      it: 'anything is taken',
      exchange: answered({ status: 406 }, { headers: { Accept: 'text/html, */*;q=0.1' } }),
      holds: false,
    },
    { it: 'none was sent', exchange: answered({ status: 406 }), holds: false },
    {
      it: 'it fits',
      exchange: answered({ status: 400, body: {} }, { headers: { Accept: json } }),
      holds: false,
    },
  ],
  'request.bodyWithGet': [
    {
      it: 'a GET with a body',
      exchange: answered(bad, { body: '{}' }),
      holds: true,
      evidence: 'The GET carries a body of 2 bytes.',
    },
    { it: 'a POST with a body', exchange: answered(bad, post('{}', json)), holds: false },
  ],
  'request.headerTooLarge': [
    {
      it: 'a 431',
      exchange: answered({ status: 431 }, { headers: { Cookie: 'a'.repeat(9000) } }),
      holds: true,
      evidence: /`Cookie` alone 9010/,
    },
    {
      it: 'nginx says so',
      exchange: answered({
        status: 400,
        headers: { 'Content-Type': 'text/html' },
        body: '<html><head><title>400 Request Header Or Cookie Too Large</title></head></html>',
      }),
      holds: true,
    },
    { it: 'small', exchange: answered(bad, { headers: { A: 'b' } }), holds: false },
    {
      it: 'large, and another answer',
      exchange: answered(bad, { headers: { Cookie: 'a'.repeat(9000) } }),
      holds: 'unknown',
    },
  ],
  'request.unresolvedVariable': [
    {
      it: 'the file says which',
      exchange: failed(
        { code: 'UNRESOLVED_VARIABLE', phase: 'prepare' },
        {},
        { written: { ...written, environment: 'dev' } },
      ),
      holds: true,
      evidence: '`{{token}}` on line 6 has no value in the environment `dev`.',
    },
    { it: 'in the URL', exchange: answered(bad, at('/orders/%7B%7Bid%7D%7D')), holds: true },
    { it: 'none', exchange: answered(bad), holds: false },
    {
      it: 'a body that may be a template',
      exchange: answered(bad, post('Hello {{name}}', 'text/plain')),
      holds: 'unknown',
    },
  ],
  'request.idempotencyKeyMissing': [
    {
      it: 'where the API takes one',
      exchange: answered({ status: 409 }, at('/api/v1/orders', 'POST')),
      api: shop,
      holds: true,
      evidence: 'The POST was sent without `Idempotency-Key`.',
    },
    {
      it: 'the answer asks for one',
      exchange: answered(
        { status: 400, body: { message: 'Idempotency-Key header is required' } },
        at('/', 'POST'),
      ),
      holds: true,
    },
    {
      it: 'sent',
      exchange: answered({ status: 409 }, { ...at('/', 'POST'), headers: { 'Idempotency-Key': 'k' } }),
      api: shop,
      holds: false,
    },
    { it: 'a GET', exchange: answered(bad), api: shop, holds: false },
    { it: 'an unknown API', exchange: answered(bad, at('/', 'POST')), holds: 'unknown' },
  ],
  'request.methodNotAllowed': [
    {
      it: 'not in Allow',
      exchange: answered({ status: 405, headers: { Allow: 'GET, HEAD' } }, at('/', 'POST')),
      holds: true,
      evidence: 'POST is not allowed here; the answer allows GET, HEAD.',
    },
    {
      it: 'a 404 where another method is known',
      exchange: answered({ status: 404 }, at('/api/v1/auth/login')),
      api: shop,
      holds: true,
      evidence: '`/api/v1/auth/login` is known with POST, not with GET.',
    },
    {
      it: 'a known endpoint',
      exchange: answered({ status: 404 }, at('/api/v1/orders/7')),
      api: shop,
      holds: false,
    },
    { it: 'a good answer', exchange: answered({ headers: { Allow: 'POST' } }), holds: false },
    { it: 'nothing says', exchange: answered({ status: 404 }), holds: 'unknown' },
  ],
  'path.nearMiss': [
    {
      it: 'singular for plural',
      exchange: answered({ status: 404 }, at('/api/v1/order')),
      api: shop,
      holds: true,
      evidence: '`/api/v1/order` is not an endpoint of Shop API; `/api/v1/orders` is.',
    },
    {
      it: 'a swap',
      exchange: answered({ status: 404 }, at('/api/v1/odrers/7')),
      api: shop,
      holds: true,
      evidence: /`\/api\/v1\/orders\/7` is/,
    },
    {
      it: 'another version',
      exchange: answered({ status: 404 }, at('/api/v2/orders')),
      api: shop,
      holds: true,
    },
    {
      it: 'a known one',
      exchange: answered({ status: 404 }, at('/api/v1/orders/7')),
      api: shop,
      holds: false,
    },
    {
      it: 'another word',
      exchange: answered({ status: 404 }, at('/api/v1/invoices')),
      api: shop,
      holds: false,
    },
    { it: 'an unknown API', exchange: answered({ status: 404 }), holds: 'unknown' },
  ],
  'path.prefixMissing': [
    {
      it: 'all of it',
      exchange: answered({ status: 404 }, at('/orders/7')),
      api: shop,
      holds: true,
      evidence: '`/orders/7` is not an endpoint of Shop API; `/api/v1/orders/7` is.',
    },
    { it: 'its first half', exchange: answered({ status: 404 }, at('/v1/orders')), api: shop, holds: true },
    { it: 'present', exchange: answered({ status: 404 }, at('/api/v1/orders')), api: shop, holds: false },
    {
      it: 'another path altogether',
      exchange: answered({ status: 404 }, at('/nothing')),
      api: shop,
      holds: 'unknown',
    },
  ],
  'path.placeholder': [
    {
      it: 'undefined',
      exchange: answered({ status: 404 }, at('/api/v1/orders/undefined')),
      holds: true,
      evidence: 'A part of the path is `undefined`.',
    },
    {
      it: 'the placeholder itself',
      exchange: answered({ status: 404 }, at('/api/v1/orders/%7Bid%7D/items')),
      holds: true,
    },
    {
      it: 'an empty part is another matter',
      exchange: answered({ status: 404 }, at('/api/v1/orders//items')),
      holds: false,
    },
    { it: 'an id', exchange: answered({ status: 404 }, at('/api/v1/orders/7')), holds: false },
    { it: 'no URL', exchange: failed({ code: 'INVALID_URL' }, { url: 'x' }), holds: 'unknown' },
  ],
  'path.unknown': [
    { it: 'a near miss', exchange: answered({ status: 404 }, at('/api/v1/order')), api: shop, holds: true },
    {
      it: 'a known one',
      exchange: answered({ status: 404 }, at('/api/v1/orders/7')),
      api: shop,
      holds: false,
    },
    { it: 'it was answered well', exchange: answered({}, at('/api/v1/invoices')), api: shop, holds: false },
    {
      it: 'one that a catalog may have left out',
      exchange: answered({ status: 404 }, at('/api/v1/invoices')),
      api: shop,
      holds: 'unknown',
    },
  ],
  'path.collapses': [
    {
      it: 'a base URL that ends with a slash',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example//api/v1/orders' }),
      api: shop,
      holds: true,
      evidence: 'The path is `//api/v1/orders`; the endpoint is `/api/v1/orders`.',
    },
    {
      it: 'an empty id',
      exchange: answered({ status: 404 }, { url: 'https://api.shop.example/api/v1/orders//items' }),
      api: shop,
      holds: false,
    },
    {
      it: 'an unknown API',
      exchange: answered({ status: 404 }, { url: 'https://x.example//a' }),
      holds: false,
    },
  ],
  'path.doubledSlash': [
    { it: 'doubled', exchange: answered({ status: 404 }, at('//api/v1/orders')), holds: true },
    { it: 'single', exchange: answered({ status: 404 }), holds: false },
    { it: 'no URL', exchange: failed({ code: 'INVALID_URL' }, { url: '"{{host}}"/x' }), holds: 'unknown' },
  ],
  'path.trailingSlash': [
    {
      it: 'where the endpoint has none',
      exchange: answered({ status: 404 }, at('/api/v1/orders/')),
      api: shop,
      holds: true,
      evidence: 'The path is `/api/v1/orders/`; the endpoint is `/api/v1/orders`.',
    },
    {
      it: 'as the endpoint',
      exchange: answered({ status: 404 }, at('/api/v1/orders')),
      api: shop,
      holds: false,
    },
    { it: 'an unknown API', exchange: answered({ status: 404 }, at('/x/')), holds: 'unknown' },
  ],
});

import { describeFacts } from '../fact-table';
import { answered, date, epoch, failed, received, shop } from '../samples';

const page = (html: string, status = 502) => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: html,
});
const nginx =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>';
const asking = { headers: { Accept: 'application/json' } };
const good = answered({ body: { id: 1 } });
const none = failed({ code: 'ECONNREFUSED' });
const cut = (more: object) => {
  const exchange = answered({ body: '{"a": [1, 2' });
  return exchange.outcome.kind === 'response'
    ? { ...exchange, outcome: { ...exchange.outcome, body: { ...exchange.outcome.body, ...more } } }
    : exchange;
};
const coded = (codingError: string) => {
  const exchange = answered({
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
    body: '{}',
  });
  return exchange.outcome.kind === 'response'
    ? { ...exchange, outcome: { ...exchange.outcome, body: { ...exchange.outcome.body, codingError } } }
    : exchange;
};
const limited = (headers: Record<string, string>, status = 429, body?: unknown) =>
  answered({ status, headers, body });
const iso = (ahead: number) =>
  new Date(received + ahead * 1000)
    .toISOString()
    .replace('T', ' ')
    .replace(/:\d\d\.\d+Z$/, '');

describeFacts({
  'answer.fieldErrors': [
    {
      it: 'StateSet',
      exchange: answered({
        status: 400,
        body: {
          error: {
            code: 'VALIDATION_ERROR',
            message: 'Invalid',
            details: { email: ['Email is required'], password: ['at least 8 characters'] },
          },
        },
      }),
      holds: true,
      evidence: '`email`: Email is required, `password`: at least 8 characters',
    },
    {
      it: 'no field named',
      exchange: answered({ status: 400, body: { error: { code: 'X', message: 'y' } } }),
      holds: false,
    },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'answer.bodyInvalid': [
    ...(
      [
        ['nothing', '', '`Content-Type` is `application/json`, and the body is empty.'],
        [
          'a warning first',
          '<br />\n<b>Warning</b>: no index\n{"a":1}',
          /other text comes before the JSON: Warning : no index$/,
        ],
        ['lines', '{"a":1}\n{"a":2}\n', /each line of the body is JSON of its own/],
        ['broken', '{"a":1,"b":]', /not JSON in line 1, column 12/],
        ['a page', '<!doctype html><title>x</title>', /the body is markup/],
      ] as const
    ).map(([it, body, evidence]) => ({
      it,
      exchange: answered({ headers: { 'Content-Type': 'application/json' }, body }),
      holds: true as const,
      evidence,
    })),
    {
      it: 'a coding that was not applied',
      exchange: coded('Z_DATA_ERROR'),
      holds: true,
      evidence: '`Content-Encoding` is `gzip`, and the body is not: Z_DATA_ERROR.',
    },
    {
      it: 'lines that are called so',
      exchange: answered({ headers: { 'Content-Type': 'application/x-ndjson' }, body: '{}\n{}' }),
      holds: false,
    },
    { it: 'JSON', exchange: good, holds: false },
    {
      it: 'created, and nothing said',
      exchange: answered({ status: 201, headers: { 'Content-Type': 'application/json' }, body: '' }),
      holds: false,
    },
    { it: 'a bad status', exchange: answered({ status: 500, body: '{' }), holds: 'unknown' },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'answer.htmlInsteadOfJson': [
    {
      it: 'JSON was asked for',
      exchange: answered(page(nginx), asking),
      holds: true,
      evidence: 'The body of the answer is a web page, titled "502 Bad Gateway".',
    },
    {
      it: 'a page was asked for',
      exchange: answered(page(nginx), { headers: { Accept: 'text/html,application/json' } }),
      holds: false,
    },
    { it: 'JSON came', exchange: good, holds: false },
    { it: 'nobody said what was wanted', exchange: answered(page(nginx)), holds: 'unknown' },
  ],
  'answer.emptyList': [
    { it: 'a list', exchange: answered({ body: [] }), holds: true },
    {
      it: 'a page',
      exchange: answered({ body: { total: 0, orders: [] } }),
      holds: true,
      evidence: '`orders` of the answer is an empty list.',
    },
    { it: 'a resource without tags', exchange: answered({ body: { id: 1, tags: [] } }), holds: false },
    { it: 'an error', exchange: answered({ status: 404, body: [] }), holds: false },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'answer.truncated': [
    {
      it: 'the connection ended',
      exchange: cut({ truncated: true }),
      holds: true,
      evidence: 'The connection ended after 11 bytes of the body.',
    },
    {
      it: 'Content-Length promises more',
      exchange: answered({ headers: { 'Content-Length': '90' }, body: 'abc' }),
      holds: true,
      evidence: '`Content-Length` promises 90 bytes; 3 came.',
    },
    { it: 'whole', exchange: good, holds: false },
    {
      it: 'an answer to HEAD',
      exchange: answered({ headers: { 'Content-Length': '90' } }, { method: 'HEAD' }),
      holds: false,
    },
    { it: 'JSON that breaks off', exchange: cut({}), holds: 'unknown' },
    { it: 'not kept here', exchange: cut({ capped: true }), holds: 'unknown' },
  ],
  'answer.capped': [
    { it: 'capped', exchange: cut({ capped: true, size: 20_000_000 }), holds: true },
    { it: 'whole', exchange: good, holds: false },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'answer.errorInSuccess': [
    {
      it: 'success: false',
      exchange: answered({ body: { success: false, message: 'no' } }),
      holds: true,
      evidence: 'The status is 200, and the body says `"success": false`: no',
    },
    {
      it: 'GraphQL',
      exchange: answered({ body: { data: null, errors: [{ message: 'no', path: ['a'] }] } }),
      holds: true,
    },
    {
      it: 'an error and nothing else',
      exchange: answered({ body: { error: { code: 'X', message: 'y' } } }),
      holds: true,
    },
    { it: 'a good one', exchange: good, holds: false },
    { it: 'an empty list of errors', exchange: answered({ body: { data: {}, errors: [] } }), holds: false },
    { it: 'a bad status', exchange: answered({ status: 400, body: { success: false } }), holds: false },
    {
      it: 'a failed job',
      exchange: answered({ body: { id: 1, status: 'failed', error: 'disk full' } }),
      holds: 'unknown',
    },
    {
      it: 'a list of errors was asked for',
      exchange: answered(
        { body: { errors: [{ code: 'X', message: 'y' }] } },
        { url: 'https://a.example/v1/flows/1/errors' },
      ),
      holds: 'unknown',
    },
  ],
  'answer.deprecated': [
    {
      it: 'Sunset',
      exchange: answered({ headers: { Sunset: date(86_400) } }),
      holds: true,
      evidence: '`Sunset`: the endpoint ends on 2026-11-21 10:18 UTC.',
    },
    {
      it: 'Deprecation',
      exchange: answered({ headers: { Deprecation: `@${epoch()}` } }),
      holds: true,
      evidence: '`Deprecation`: deprecated from 2026-11-20 10:18 UTC on.',
    },
    { it: 'neither', exchange: good, holds: false },
  ],
  'answer.requestId': [
    {
      it: 'a header',
      exchange: answered({ headers: { 'x-request-id': 'req-1' } }),
      holds: true,
      evidence: '`X-Request-Id` is `req-1`.',
    },
    {
      it: 'the envelope',
      exchange: answered({ status: 500, body: { error: { code: 'X', message: 'y', request_id: 'req-2' } } }),
      api: shop,
      holds: true,
      evidence: '`error.request_id` is `req-2`.',
    },
    { it: 'none', exchange: good, holds: false },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'answer.gatewayPage': [
    {
      it: 'words of a gateway that does not name itself',
      exchange: answered({ status: 502, headers: { 'Content-Type': 'text/plain' }, body: 'Bad Gateway' }),
      holds: true,
    },
    {
      it: 'the same words of a server that does',
      exchange: answered({
        status: 502,
        headers: { 'Content-Type': 'text/plain', Server: 'gunicorn' },
        body: 'Bad Gateway',
      }),
      holds: false,
    },
    {
      it: 'words of any program',
      exchange: answered({
        status: 503,
        headers: { 'Content-Type': 'text/plain' },
        body: 'Service Unavailable',
      }),
      holds: false,
    },
    {
      it: 'a page that somebody wrote',
      exchange: answered(
        page('<html><body><h1>503 Service Unavailable</h1>\nBack at nine.\n</body></html>', 503),
      ),
      holds: 'unknown',
    },
    {
      it: 'nginx',
      exchange: answered(page(nginx)),
      holds: true,
      evidence: 'The answer is the error page of nginx.',
    },
    {
      it: 'HAProxy',
      exchange: answered(
        page(
          '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
          503,
        ),
      ),
      holds: true,
      evidence: /HAProxy/,
    },
    { it: 'Envoy', exchange: answered({ status: 503, body: 'no healthy upstream' }), holds: true },
    { it: 'JSON', exchange: answered({ status: 502, body: {} }), holds: false },
    {
      it: 'a page of nobody known',
      exchange: answered(page('<html><body>Oops</body></html>')),
      holds: 'unknown',
    },
  ],
  'rateLimit.exhausted': [
    {
      it: 'an object that is in use is answered so, too',
      exchange: answered({ status: 429, body: { error: { code: 'lock_timeout', message: 'Try again' } } }),
      holds: 'unknown',
    },
    {
      it: 'so is a balance that is spent',
      exchange: answered({ status: 429, body: { message: 'Check your plan and billing details' } }),
      holds: 'unknown',
    },
    {
      it: 'none remain',
      exchange: limited({
        'X-RateLimit-Limit': '100',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(epoch(60)),
      }),
      holds: true,
      evidence: `None of 100 remain until ${iso(60)} UTC (\`X-RateLimit-Remaining\`, \`X-RateLimit-Reset\`).`,
    },
    { it: 'none remain, in a 403', exchange: limited({ 'X-RateLimit-Remaining': '0' }, 403), holds: true },
    { it: 'a 429 alone', exchange: limited({}), holds: true },
    { it: 'some remain', exchange: limited({ 'X-RateLimit-Remaining': '7' }, 404), holds: false },
    { it: 'no word of limits', exchange: limited({}, 404), holds: false },
    {
      it: 'a 429 of which some remain',
      exchange: limited({ 'X-RateLimit-Remaining': '7' }),
      holds: 'unknown',
    },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'rateLimit.known': [
    {
      it: 'draft 8',
      exchange: limited({ RateLimit: '"burst";r=50;t=30', 'RateLimit-Policy': '"burst";q=100;w=60' }, 200),
      holds: true,
      evidence: '50 of 100 requests in 1 min remain.',
    },
    { it: 'none', exchange: limited({}), holds: false },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
  'rateLimit.retryKnown': [
    {
      it: 'Retry-After',
      exchange: limited({ 'Retry-After': '60' }),
      holds: true,
      evidence: `Try again at ${iso(60)} UTC (\`Retry-After\`).`,
    },
    {
      it: 'a reset, its unit guessed',
      exchange: limited({ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '120' }),
      holds: true,
      evidence: `Try again at ${iso(120)} UTC (\`X-RateLimit-Reset\`, read as seconds from now).`,
    },
    { it: 'a word that is no time', exchange: limited({ 'Retry-After': 'soon' }), holds: false },
    { it: 'no answer', exchange: none, holds: 'unknown' },
  ],
});

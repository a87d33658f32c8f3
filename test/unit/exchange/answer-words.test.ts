import assert from 'node:assert/strict';
import type { Api } from '../../../src/core/catalog/catalog';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { type AnswerSample, answered, received, shop } from './samples';

interface Words {
  code?: string;
  message?: string;
  fields?: Record<string, string[]>;
  requestId?: string;
  /** Further codes and messages that are found beside the first. */
  codes?: string[];
  messages?: string[];
}

const xml = (body: string): AnswerSample => ({
  status: 403,
  headers: { 'Content-Type': 'application/xml' },
  body,
});
const problem = (body: object): AnswerSample => ({
  status: 400,
  headers: { 'Content-Type': 'application/problem+json' },
  body: JSON.stringify(body),
});
const json = (body: unknown, status = 400): AnswerSample => ({ status, body });

const table: readonly (readonly [shape: string, answer: AnswerSample, words: Words, api?: Api])[] = [
  [
    'a catalogued envelope',
    json({ error: { code: 'TOKEN_EXPIRED', message: 'Access token has expired', request_id: 'req-1' } }, 401),
    { code: 'TOKEN_EXPIRED', message: 'Access token has expired', requestId: 'req-1' },
    shop,
  ],
  [
    'Celigo',
    json({ errors: [{ code: 'unauthorized', message: 'Invalid or expired API key' }] }, 401),
    { code: 'unauthorized', message: 'Invalid or expired API key' },
  ],
  [
    'Interflow',
    json({
      success: false,
      error: {
        code: 'VALIDATION_ERROR',
        message: 'Dados de entrada inválidos',
        details: [{ field: 'email', message: 'Email inválido' }],
      },
    }),
    {
      code: 'VALIDATION_ERROR',
      message: 'Dados de entrada inválidos',
      fields: { email: ['Email inválido'] },
    },
  ],
  [
    'Upstream around SimpleJWT',
    json(
      {
        error: {
          code: 'authentication_failed',
          message: 'Given token not valid for any token type',
          details: {
            detail: 'Given token not valid for any token type',
            code: 'token_not_valid',
            messages: [{ token_class: 'AccessToken', token_type: 'access', message: 'Token is expired' }],
          },
        },
      },
      401,
    ),
    {
      code: 'authentication_failed',
      codes: ['token_not_valid'],
      message: 'Given token not valid for any token type',
      messages: ['Token is expired'],
    },
  ],
  [
    'SimpleJWT',
    json(
      {
        detail: 'Given token not valid for any token type',
        code: 'token_not_valid',
        messages: [{ token_class: 'AccessToken', token_type: 'access', message: 'Token is expired' }],
      },
      401,
    ),
    {
      code: 'token_not_valid',
      message: 'Given token not valid for any token type',
      messages: ['Token is expired'],
    },
  ],
  [
    'DRF',
    json({ detail: 'Authentication credentials were not provided.' }, 401),
    { message: 'Authentication credentials were not provided.' },
  ],
  [
    'DRF validation',
    json({ email: ['Enter a valid email address.'], items: [{ sku: ['This field is required.'] }] }),
    {
      message: 'Enter a valid email address.',
      fields: { email: ['Enter a valid email address.'], 'items.0.sku': ['This field is required.'] },
    },
  ],
  [
    'FastAPI validation',
    json({ detail: [{ type: 'missing', loc: ['body', 'items', 0, 'sku'], msg: 'Field required' }] }, 422),
    { code: 'missing', message: 'Field required', fields: { 'items.0.sku': ['Field required'] } },
  ],
  ['FastAPI', json({ detail: 'Not authenticated' }, 403), { message: 'Not authenticated' }],
  [
    'problem details',
    problem({
      type: 'https://example.com/probs/out-of-credit',
      title: 'Out of credit',
      detail: 'You have 30, it costs 50.',
      status: 403,
    }),
    { code: 'out-of-credit', message: 'You have 30, it costs 50.', messages: ['Out of credit'] },
  ],
  [
    'problem details with errors',
    problem({ title: 'Invalid', status: 422, errors: [{ detail: 'must be a number', pointer: '#/age' }] }),
    { message: 'Invalid', fields: { age: ['must be a number'] } },
  ],
  [
    'ASP.NET',
    problem({
      type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: { Email: ['The Email field is required.'] },
      traceId: '00-1-01',
    }),
    {
      message: 'One or more validation errors occurred.',
      fields: { Email: ['The Email field is required.'] },
      requestId: '00-1-01',
    },
  ],
  [
    'OAuth',
    json({ error: 'invalid_grant', error_description: 'The refresh token is expired' }),
    { code: 'invalid_grant', message: 'The refresh token is expired' },
  ],
  [
    'a Bearer challenge',
    {
      status: 401,
      headers: {
        'WWW-Authenticate':
          'Bearer realm="api", error="invalid_token", error_description="The access token expired"',
      },
    },
    { code: 'invalid_token', message: 'The access token expired' },
  ],
  [
    'GraphQL in a 200',
    json(
      {
        data: null,
        errors: [{ message: 'Not signed in', path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }],
      },
      200,
    ),
    { code: 'UNAUTHENTICATED', message: 'Not signed in' },
  ],
  [
    'JSON:API',
    json(
      {
        errors: [
          {
            code: 'E42',
            title: 'Invalid',
            detail: 'is too short',
            source: { pointer: '/data/attributes/name' },
          },
        ],
      },
      422,
    ),
    { code: 'E42', message: 'is too short', fields: { name: ['is too short'] } },
  ],
  [
    'Spring',
    json({ timestamp: '2026-11-20T10:18:00Z', status: 404, error: 'Not Found', path: '/x' }, 404),
    { message: 'Not Found' },
  ],
  [
    'Spring validation',
    json({
      status: 400,
      error: 'Bad Request',
      message: 'Validation failed',
      errors: [{ field: 'email', defaultMessage: 'must not be blank', code: 'NotBlank' }],
    }),
    { code: 'NotBlank', message: 'Validation failed', fields: { email: ['must not be blank'] } },
  ],
  [
    'NestJS',
    json({ statusCode: 400, message: ['email must be an email'], error: 'Bad Request' }),
    { message: 'email must be an email', fields: { email: ['email must be an email'] } },
  ],
  [
    'Laravel',
    json(
      { message: 'The email field is required.', errors: { email: ['The email field is required.'] } },
      422,
    ),
    { message: 'The email field is required.', fields: { email: ['The email field is required.'] } },
  ],
  ['Rails', json({ errors: ['Name can’t be blank'] }, 422), { message: 'Name can’t be blank' }],
  ['Express', json({ error: 'invalid token' }, 401), { message: 'invalid token' }],
  [
    'Express with a code',
    json({ error: 'token_expired', message: 'jwt expired' }, 401),
    { code: 'token_expired', message: 'jwt expired' },
  ],
  [
    'Google',
    json(
      { error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' } },
      403,
    ),
    { code: 'PERMISSION_DENIED', message: 'The caller does not have permission' },
  ],
  [
    'Stripe',
    json({
      error: {
        type: 'invalid_request_error',
        code: 'parameter_missing',
        message: 'Missing required param: amount.',
        param: 'amount',
      },
    }),
    {
      code: 'parameter_missing',
      codes: ['invalid_request_error'],
      message: 'Missing required param: amount.',
      fields: { amount: ['Missing required param: amount.'] },
    },
  ],
  [
    'GitHub',
    json({ message: 'Bad credentials', documentation_url: 'https://docs.example', status: '401' }, 401),
    { message: 'Bad credentials' },
  ],
  ['Slack in a 200', json({ ok: false, error: 'invalid_auth' }, 200), { code: 'invalid_auth' }],
  [
    'AWS JSON',
    json({ __type: 'com.amazon#ResourceNotFoundException', message: 'Requested resource not found' }),
    { code: 'ResourceNotFoundException', message: 'Requested resource not found' },
  ],
  [
    'AWS XML',
    xml(
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access &amp; more</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
    ),
    { code: 'AccessDenied', message: 'Access & more', requestId: '4442587FB7D0A2F9' },
  ],
  [
    'SOAP',
    xml(
      '<s:Envelope><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>Bad input</faultstring></s:Fault></s:Body></s:Envelope>',
    ),
    { code: 's:Client', message: 'Bad input' },
  ],
  [
    'a gateway’s page',
    {
      status: 502,
      headers: { 'Content-Type': 'text/html' },
      body: '<html><head><title>502 Bad Gateway</title></head></html>',
    },
    { message: '502 Bad Gateway' },
  ],
  [
    'Express’ page',
    {
      status: 401,
      headers: { 'Content-Type': 'text/html' },
      body: '<html><head><title>Error</title></head><body><pre>UnauthorizedError: jwt expired<br> at x</pre></body></html>',
    },
    { message: 'UnauthorizedError: jwt expired' },
  ],
  [
    'plain text',
    { status: 401, headers: { 'Content-Type': 'text/plain' }, body: 'Unauthorized: token expired\n' },
    { message: 'Unauthorized: token expired' },
  ],
  [
    'a shape of its own',
    json({ fault: { error: [{ detail: 'Token expired: AB0', code: '3200' }], type: 'AUTHENTICATION' } }, 401),
    { code: 'AUTHENTICATION', message: 'Token expired: AB0', codes: ['3200'] },
  ],
  [
    'header fields, where the body says nothing',
    { status: 403, headers: { 'X-Error-Code': 'KEY_INACTIVE', 'X-Error-Message': 'The key is inactive' } },
    { code: 'KEY_INACTIVE', message: 'The key is inactive' },
  ],
  ['nothing', { status: 500 }, {}],
  ['a good answer', json({ message: 'created', code: 'OK' }, 201), {}],
];

describe('the words of an answer', () => {
  for (const [shape, answer, expected, api] of table) {
    it(`are read from ${shape}`, () => {
      const { words } = readExchange(answered(answer), api, received);
      assert.equal(words.code, expected.code);
      assert.equal(words.message, expected.message);
      assert.deepEqual(
        Object.fromEntries(words.fieldErrors.map(({ field, messages }) => [field, messages])),
        expected.fields ?? {},
      );
      assert.equal(words.requestId?.value, expected.requestId);
      for (const code of expected.codes ?? []) assert.ok(words.codes.includes(code), code);
      for (const message of expected.messages ?? []) assert.ok(words.messages.includes(message), message);
    });
  }
});

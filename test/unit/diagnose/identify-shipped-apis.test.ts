import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { answered, failed } from '../exchange/samples';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);
const knowledge = indexKnowledge(index);
const knowsCode = ({ id }: { id: string }, code: string) => knowledge.byCode(id, code).length > 0;

type Row = readonly [what: string, url: string, status: number, body: unknown, api: string | undefined];

const error = (code: string, message = 'zzz', more: object = {}) => ({ error: { code, message, ...more } });
const failure = (code: string, message = 'zzz', more: object = {}) => ({
  success: false,
  ...error(code, message, more),
});
const local = 'http://127.0.0.1:40123';
const details = { details: [{ field: 'email', message: 'Email inválido' }] };

const own: readonly Row[] = [
  [
    'Interflow, a documented code',
    'https://api.interflow.chat/v1/messages/send',
    422,
    failure('CHANNEL_DISCONNECTED'),
    'interflow',
  ],
  [
    'Interflow, details',
    'https://api.interflow.chat/v1/customers',
    400,
    failure('VALIDATION_ERROR', 'x', details),
    'interflow',
  ],
  ['Interflow, an unknown code', 'https://api.interflow.chat/v1/x', 400, failure('BRAND_NEW'), 'interflow'],
  [
    'Interflow, a page of its gateway',
    'https://api.interflow.chat/v1/messages/send',
    502,
    '<html>Bad Gateway</html>',
    'interflow',
  ],
  [
    'Interflow on a local port',
    `${local}/v1/messages/send`,
    429,
    failure('RATE_LIMIT_EXCEEDED'),
    'interflow',
  ],
  [
    'Interflow on a local port, an endpoint not documented',
    `${local}/v1/customers/7`,
    404,
    failure('CUSTOMER_NOT_FOUND'),
    'interflow',
  ],
  [
    'Interflow on a local port, a code that others know',
    `${local}/v1/customers/7`,
    404,
    failure('NOT_FOUND'),
    'interflow',
  ],
  [
    'Interflow on a local port, without the prefix',
    `${local}/messages/send`,
    401,
    failure('REVOKED_KEY'),
    'interflow',
  ],
  ['Interflow, its body alone', `${local}/x`, 404, failure('NOT_FOUND'), 'interflow'],
  [
    'Interflow behind a tunnel with its name',
    'https://interflow-staging.acme.dev/v1/chats/7',
    404,
    failure('CHAT_NOT_FOUND'),
    'interflow',
  ],
  [
    'Dumont, a message',
    'https://api.dumontcloud.com/api/v1/instances/7',
    404,
    { detail: 'Instance not found' },
    'dumont',
  ],
  [
    'Dumont, plain text',
    'https://api.dumontcloud.com/api/v1/warmpool/status/7',
    409,
    'Warm pool not ready',
    'dumont',
  ],
  [
    'Dumont, a body of an unknown shape',
    'https://api.dumontcloud.com/x',
    422,
    { errors: { a: ['b'] } },
    'dumont',
  ],
  ['Dumont on a local port', `${local}/api/v1/instances/7`, 404, { detail: 'Instance not found' }, 'dumont'],
  [
    'Dumont on a local port, another shape',
    `${local}/api/v1/failover/settings/machines/7`,
    409,
    { error: 'CPU standby not configured' },
    'dumont',
  ],
  [
    'Dumont on a local port, a slip in the path',
    `${local}/api/v1/settings/cloud-storage/tests`,
    404,
    {},
    undefined,
  ],
  ['Dumont at a host of its family', 'https://staging.dumontcloud.com/api/v1/x', 500, '', 'dumont'],
  [
    'StateSet, a code that Interflow has, too',
    `${local}/api/v1/orders/7`,
    404,
    error('NOT_FOUND'),
    'stateset',
  ],
  [
    'StateSet at an endpoint that Dumont has, too',
    `${local}/api/v1/auth/me`,
    401,
    error('TOKEN_EXPIRED'),
    'stateset',
  ],
];

/** Error bodies of other public APIs, and of programs that somebody develops. */
const foreign: readonly Row[] = [
  [
    'Stripe',
    'https://api.stripe.com/v1/charges',
    402,
    { error: { type: 'card_error', code: 'card_declined', message: 'm' } },
    undefined,
  ],
  [
    'a mock of Stripe',
    'http://localhost:12111/v1/charges',
    404,
    { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'm' } },
    undefined,
  ],
  [
    'GitHub',
    'https://api.github.com/repos/a/b',
    404,
    { message: 'Not Found', documentation_url: 'https://docs.github.com' },
    undefined,
  ],
  [
    'GitHub Enterprise',
    'https://git.internal/api/v3/repos/a/b',
    401,
    { message: 'Bad credentials' },
    undefined,
  ],
  [
    'Cloudflare',
    'https://api.cloudflare.com/client/v4/zones',
    403,
    { success: false, errors: [{ code: 9109, message: 'm' }], messages: [], result: null },
    undefined,
  ],
  [
    'Cloudflare’s shape on a local port',
    `${local}/v1/zones`,
    403,
    { success: false, errors: [{ code: 9109, message: 'm' }] },
    undefined,
  ],
  ['Slack', 'https://slack.com/api/chat.postMessage', 429, { ok: false, error: 'ratelimited' }, undefined],
  [
    'Google',
    'https://storage.googleapis.com/v1/b',
    403,
    { error: { code: 403, message: 'm', status: 'PERMISSION_DENIED' } },
    undefined,
  ],
  [
    'the same shape at another public host',
    'https://api.acme.example.org/v1/messages/send',
    404,
    failure('NOT_FOUND'),
    undefined,
  ],
  [
    'the same mark with a text',
    `${local}/v1/users/7`,
    404,
    { success: false, error: 'User not found' },
    undefined,
  ],
  [
    'the same mark with a message',
    `${local}/v1/users/7`,
    404,
    { success: false, message: 'User not found' },
    undefined,
  ],
  ['the same shape with a code of its own', `${local}/v1/users/7`, 404, failure('USER_NOT_FOUND'), undefined],
  [
    'a common endpoint',
    `${local}/api/v1/auth/login`,
    401,
    { detail: 'Incorrect username or password' },
    undefined,
  ],
  [
    'a common endpoint with a shape of its own',
    `${local}/api/v1/auth/me`,
    401,
    { message: 'Unauthorized', statusCode: 401 },
    undefined,
  ],
  ['a health check', `${local}/health`, 503, { status: 'down' }, undefined],
];

describe('of the APIs that ship', () => {
  for (const [what, url, status, body, api] of [...own, ...foreign])
    it(`${api ?? 'none'} is told by ${what}`, () => {
      assert.equal(identifyApi(answered({ status, body }, { url }), index.apis, knowsCode)?.id, api);
    });

  const unanswered: readonly (readonly [url: string, api: string | undefined])[] = [
    ['https://api.dumontcloud.com/api/v1/instances', 'dumont'],
    ['https://api.interflow.chat/v1/messages/send', 'interflow'],
    [`${local}/v1/messages/send`, 'interflow'],
    [`${local}/api/v1/warmpool/provision`, 'dumont'],
    [`${local}/api/v1/auth/login`, undefined],
    ['https://api.acme.example.org/api/v1/instances', undefined],
  ];
  for (const [url, api] of unanswered)
    it(`${api ?? 'none'} is told where ${url} does not answer`, () => {
      assert.equal(identifyApi(failed({ code: 'ECONNREFUSED' }, { url }), index.apis, knowsCode)?.id, api);
    });
});

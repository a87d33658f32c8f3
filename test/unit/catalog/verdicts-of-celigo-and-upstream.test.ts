import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { plainL10n } from '../../../src/core/text/language';
import {
  answered,
  bearer,
  epoch,
  jwt,
  received,
  type AnswerSample,
  type Headers,
  type RequestSample,
} from '../exchange/samples';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);
const knowledge = indexKnowledge(index);
const knowsCode = ({ id }: { id: string }, code: string) => knowledge.byCode(id, code).length > 0;

interface Case {
  about: string;
  exchange: Exchange;
  problem: string | undefined;
  confirmed?: string[];
  ruledOut?: string[];
  possible?: string[];
  retryIn?: number;
}

const on = (host: string) => (request: string, sent: RequestSample, answer: AnswerSample) => {
  const [method = '', path = ''] = request.split(' ');
  return answered(answer, { ...sent, method, url: host + path });
};
const json = (value: unknown): RequestSample => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

const celigo = on('https://api.integrator.io');
const key: Headers = { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' };
const refused = (status: number, code: string, message = 'x'): AnswerSample => ({
  status,
  body: { errors: [{ code, message }] },
});
const good = (body: unknown): AnswerSample => ({ status: 200, body });

const celigoCases: Case[] = [
  {
    about: 'a request without a key',
    exchange: celigo('GET /v1/flows', {}, refused(401, 'unauthorized')),
    problem: 'unauthorized',
    confirmed: ['auth-header-missing'],
    ruledOut: ['scheme-missing', 'variable-unresolved'],
  },
  {
    about: 'a key without its scheme',
    exchange: celigo('GET /v1/flows', { headers: { Authorization: 'abcdef' } }, refused(401, 'unauthorized')),
    problem: 'unauthorized',
    confirmed: ['scheme-missing'],
  },
  {
    about: 'a key that only the server can judge',
    exchange: celigo('GET /v1/flows', { headers: key }, refused(401, 'unauthorized')),
    problem: 'unauthorized',
    confirmed: [],
    possible: ['key-regenerated', 'key-of-other-region'],
    ruledOut: ['auth-header-missing'],
  },
  {
    about: 'a read that is forbidden is not for lack of manage',
    exchange: celigo('GET /v1/flows/7', { headers: key }, refused(403, 'forbidden')),
    problem: 'forbidden',
    ruledOut: ['monitor-access-only'],
    possible: ['integration-not-shared', 'key-scope-custom'],
  },
  {
    about: 'a limit with a wait',
    exchange: celigo(
      'GET /v1/jobs',
      { headers: key },
      { ...refused(429, 'rate_limit_exceeded'), headers: { 'Retry-After': '7' } },
    ),
    problem: 'rate-limit-exceeded',
    confirmed: ['rate-limit-hit'],
    retryIn: 7,
  },
  {
    about: 'a status without a code',
    exchange: celigo('DELETE /v1/connections/7', { headers: key }, refused(409, 'something_new')),
    problem: 'conflict',
    possible: ['resource-in-use'],
    ruledOut: ['flow-running'],
  },
  {
    about: 'a slip in the path',
    exchange: celigo('GET /v1/integration', { headers: key }, refused(404, 'nothing_here')),
    problem: 'not-found',
    confirmed: ['path-typo'],
  },
  {
    about: 'a flow that is switched off',
    exchange: celigo(
      'GET /v1/flows/7',
      { headers: key },
      good({ _id: '7', disabled: true, schedule: '? 5 *' }),
    ),
    problem: 'flow-does-not-start',
    confirmed: ['flow-disabled'],
    ruledOut: ['schedule-missing', 'connection-offline'],
  },
  {
    about: 'a connection that is offline',
    exchange: celigo('GET /v1/connections/7', { headers: key }, good({ _id: '7', offline: true })),
    problem: 'flow-does-not-start',
    confirmed: ['connection-offline'],
    ruledOut: ['flow-disabled'],
  },
  {
    about: 'a flow that is fine',
    exchange: celigo('GET /v1/flows/7', { headers: key }, good({ _id: '7', disabled: false })),
    problem: undefined,
  },
  {
    about: 'the errors of an import',
    exchange: celigo(
      'GET /v1/flows/7/imports/8/errors',
      { headers: key },
      good({ errors: [{ code: 'LOOKUP_NOT_FOUND', message: 'x', retryDataKey: 'k' }] }),
    ),
    problem: 'high-error-rate',
    confirmed: ['lookups-without-result'],
    ruledOut: ['records-mapped-wrongly', 'records-duplicated', 'destination-unavailable'],
  },
  {
    about: 'several errors of an import',
    exchange: celigo(
      'GET /v1/flows/7/imports/8/errors',
      { headers: key },
      good({ errors: [{ code: 'CONNECTION_ERROR' }, { code: 'DUPLICATE_RECORD' }] }),
    ),
    problem: 'high-error-rate',
    confirmed: ['destination-unavailable'],
    possible: ['records-duplicated'],
  },
  {
    about: 'an import without errors',
    exchange: celigo('GET /v1/flows/7/imports/8/errors', { headers: key }, good({ errors: [] })),
    problem: 'empty-response',
  },
  {
    about: 'an empty list',
    exchange: celigo('GET /v1/flows', { headers: key }, good([])),
    problem: 'empty-response',
  },
];

const upstream = on('https://api.upstream.example.com');
const error = (status: number, code: string, message: string, details: object = {}): AnswerSample => ({
  status,
  body: { error: { code, message, details } },
});
const claims = { token_type: 'access', exp: epoch(3000), user_id: 3, customer_id: 7, role: 'customer_admin' };
const token = (other: object = {}): RequestSample => ({ headers: bearer({ ...claims, ...other }) });
const notProvided = error(401, 'authentication_failed', 'Authentication credentials were not provided.');
const notValid = error(401, 'authentication_failed', 'Given token not valid for any token type');
const notFound = error(404, 'not_found', 'Not found.');
const denied = error(403, 'permission_denied', 'You do not have permission to perform this action.');
const throttled = error(429, 'throttled', 'Request was throttled. Expected available in 1800 seconds.', {
  wait_seconds: 1800,
});

const upstreamCases: Case[] = [
  {
    about: 'no header',
    exchange: upstream('GET /api/v1/reports/', {}, notProvided),
    problem: 'credentials-not-provided',
    confirmed: ['auth-header-missing'],
  },
  {
    about: 'a scheme that the authenticator does not know',
    exchange: upstream(
      'GET /api/v1/reports/',
      { headers: { Authorization: `Token ${jwt(claims)}` } },
      notProvided,
    ),
    problem: 'credentials-not-provided',
    confirmed: ['scheme-wrong'],
    ruledOut: ['auth-header-missing'],
  },
  {
    about: 'an expired access token',
    exchange: upstream('GET /api/v1/reports/', token({ exp: epoch(-60) }), notValid),
    problem: 'token-not-valid',
    confirmed: ['token-expired'],
    ruledOut: ['refresh-as-access'],
  },
  {
    about: 'a refresh token as access token',
    exchange: upstream('GET /api/v1/reports/', token({ token_type: 'refresh' }), notValid),
    problem: 'token-not-valid',
    confirmed: ['refresh-as-access'],
    ruledOut: ['token-expired'],
  },
  {
    about: 'a refresh token that is over',
    exchange: upstream('POST /api/v1/auth/token/refresh/', json({ refresh: 'a.b.c' }), notValid),
    problem: 'refresh-token-not-valid',
    possible: ['refresh-token-expired'],
  },
  {
    about: 'a refresh that succeeds',
    exchange: upstream('POST /api/v1/auth/token/refresh/', json({ refresh: 'a.b.c' }), good({ access: 'x' })),
    problem: undefined,
  },
  {
    about: 'a wrong password',
    exchange: upstream(
      'POST /api/v1/auth/token/',
      json({ username: 'u', password: 'p' }),
      error(401, 'authentication_failed', 'No active account found with the given credentials'),
    ),
    problem: 'no-active-account',
    confirmed: [],
    possible: ['credentials-wrong', 'account-inactive'],
  },
  {
    about: 'words of another authenticator',
    exchange: upstream('GET /api/v1/x/', token(), error(401, 'authentication_failed', 'User is inactive')),
    problem: 'authentication-failed',
    ruledOut: ['token-expired', 'auth-header-missing'],
  },
  {
    about: 'a viewer who writes',
    exchange: upstream('DELETE /api/v1/reports/9/', token({ role: 'customer_viewer' }), denied),
    problem: 'permission-denied',
    confirmed: ['write-by-viewer'],
  },
  {
    about: 'a viewer who reads what is for administrators',
    exchange: upstream('GET /api/v1/users/', token({ role: 'customer_viewer' }), denied),
    problem: 'permission-denied',
    confirmed: [],
    ruledOut: ['write-by-viewer', 'superuser-role-missing'],
    possible: ['admin-role-missing'],
  },
  {
    about: 'an administrator at an endpoint for superusers',
    exchange: upstream('GET /api/v1/customers/', token(), denied),
    problem: 'permission-denied',
    ruledOut: ['write-by-viewer', 'admin-role-missing'],
    possible: ['superuser-role-missing'],
  },
  {
    about: 'a resource of another customer',
    exchange: upstream('GET /api/v1/customers/9/', token(), notFound),
    problem: 'not-found',
    confirmed: ['resource-of-other-customer'],
  },
  {
    about: 'an id that may be of another customer',
    exchange: upstream('GET /api/v1/reports/9/', token(), notFound),
    problem: 'not-found',
    confirmed: [],
    possible: ['resource-of-other-customer', 'id-invalid-or-deleted'],
  },
  {
    about: 'an id that a superuser does not find',
    exchange: upstream('GET /api/v1/customers/9/', token({ role: 'superuser' }), notFound),
    problem: 'not-found',
    ruledOut: ['resource-of-other-customer'],
    possible: ['id-invalid-or-deleted'],
  },
  {
    about: 'a slash that is missing',
    exchange: upstream('POST /api/v1/auth/token', json({ username: 'u', password: 'p' }), notFound),
    problem: 'not-found',
    confirmed: ['trailing-slash'],
  },
  {
    about: 'too many sign-ins',
    exchange: upstream('POST /api/v1/auth/token/', json({ username: 'u', password: 'p' }), throttled),
    problem: 'throttled',
    confirmed: ['rate-limit-hit'],
    possible: ['authentication-limit'],
    ruledOut: ['read-limit', 'write-limit', 'expensive-limit'],
    retryIn: 1800,
  },
  {
    about: 'too many reads',
    exchange: upstream('GET /api/v1/reports/', token(), throttled),
    problem: 'throttled',
    possible: ['read-limit', 'expensive-limit'],
    ruledOut: ['authentication-limit', 'write-limit'],
  },
  {
    about: 'fields that are wrong',
    exchange: upstream(
      'POST /api/v1/reports/',
      json({ name: '' }),
      error(400, 'validation_error', 'Invalid input', { name: ['This field may not be blank.'] }),
    ),
    problem: 'validation-error',
    confirmed: ['validation-failed'],
  },
  {
    about: 'a body that is no JSON',
    exchange: upstream(
      'POST /api/v1/reports/',
      { headers: { 'Content-Type': 'application/json' }, body: '{"name": "x",}' },
      error(400, 'parse_error', 'JSON parse error'),
    ),
    problem: 'parse-error',
    confirmed: ['invalid-json'],
  },
  {
    about: 'a failure of the server',
    exchange: upstream(
      'GET /api/v1/reports/',
      token(),
      error(500, 'internal_server_error', 'An unexpected error occurred. Please try again later'),
    ),
    problem: 'internal-server-error',
    ruledOut: ['integrity-violated', 'operation-too-long'],
    possible: ['server-bug'],
  },
];

for (const [id, cases] of [
  ['celigo', celigoCases],
  ['upstream', upstreamCases],
] as const) {
  describe(`the catalog of ${id} judges`, () => {
    for (const each of cases) {
      it(each.about, () => {
        const api = identifyApi(each.exchange, index.apis, knowsCode);
        assert.equal(api?.id, id);
        const found = diagnose(each.exchange, { api, knowledge, now: received, l10n: plainL10n() });
        const ids = (verdict: string): string[] =>
          found.causes.filter((cause) => cause.verdict === verdict).map((cause) => cause.id);
        assert.equal(found.problem?.id, each.problem);
        if (each.confirmed) assert.deepEqual(ids('confirmed').sort(), [...each.confirmed].sort());
        for (const cause of each.possible ?? [])
          assert.ok(ids('possible').includes(cause), `${cause} is possible`);
        for (const cause of each.ruledOut ?? [])
          assert.ok(ids('ruled-out').includes(cause), `${cause} is ruled out`);
        if (each.retryIn !== undefined)
          assert.equal(found.retryAt, new Date(received + each.retryIn * 1000).toISOString());
      });
    }
  });
}

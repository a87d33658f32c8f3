import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Diagnosis, Verdict } from '../../../src/core/diagnose/diagnosis';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { plainL10n } from '../../../src/core/text/language';
import {
  answered,
  bearer,
  date,
  epoch,
  received,
  type AnswerSample,
  type RequestSample,
} from '../exchange/samples';
import { indexOf } from '../small-index';

const knowledge = indexKnowledge(indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs));
const url = 'https://api.unknown.example/things';
const tokenUrl = 'https://id.unknown.example/oauth/token';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const good = bearer({ exp: epoch(3600), scope: 'things:read' });

interface Case {
  readonly about: string;
  readonly sent: RequestSample;
  readonly answer: AnswerSample;
  readonly problem: string;
  readonly confirmed?: readonly string[];
  readonly possible?: readonly string[];
  readonly ruledOut?: readonly string[];
}

const cases: readonly Case[] = [
  {
    about: 'a challenge that says invalid_token, over a token that has expired',
    sent: { url, headers: bearer({ exp: epoch(-600) }) },
    answer: { status: 401, headers: { Date: date(), 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
    problem: 'invalid-token',
    confirmed: ['token-expired'],
    ruledOut: ['token-malformed', 'clock-skew'],
  },
  {
    about: 'a challenge that names a scope which the token lacks',
    sent: { url, method: 'DELETE', headers: good },
    answer: {
      status: 403,
      headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="things:delete"' },
    },
    problem: 'insufficient-scope',
    confirmed: ['permission-missing'],
    possible: ['scope-never-requested'],
  },
  {
    about: 'a challenge without an error, over a token without its scheme',
    sent: { url, headers: { Authorization: (good['Authorization'] as string).replace('Bearer ', '') } },
    answer: { status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="x"' } },
    problem: 'unauthorized',
    confirmed: ['scheme-missing'],
  },
  {
    about: 'a token request in JSON',
    sent: {
      url: tokenUrl,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"grant_type":"client_credentials","client_id":"a"}',
    },
    answer: { status: 400, body: { error: 'unsupported_grant_type' } },
    problem: 'unsupported-grant-type',
    possible: ['token-request-is-json'],
    ruledOut: ['grant-type-misspelt'],
  },
  {
    about: 'a token request with a grant type that nobody knows',
    sent: { url: tokenUrl, method: 'POST', headers: form, body: 'grant_type=client_credential' },
    answer: { status: 400, body: { error: 'unsupported_grant_type' } },
    problem: 'unsupported-grant-type',
    confirmed: ['grant-type-misspelt'],
    ruledOut: ['token-request-is-json'],
  },
  {
    about: 'a token request without a grant type',
    sent: { url: tokenUrl, method: 'POST', headers: form, body: 'client_id=a&client_secret=b' },
    answer: { status: 400, body: { error: 'invalid_request', error_description: 'Missing parameter' } },
    problem: 'oauth-invalid-request',
    confirmed: ['grant-type-missing'],
  },
  {
    about: 'a refresh that is refused',
    sent: { url: tokenUrl, method: 'POST', headers: form, body: 'grant_type=refresh_token&refresh_token=r' },
    answer: { status: 400, body: { error: 'invalid_grant' } },
    problem: 'invalid-grant',
    possible: ['refresh-token-spent', 'redirect-uri-differs'],
    ruledOut: ['authorization-code-spent', 'password-grant-refused'],
  },
  {
    about: 'a client that identifies itself twice',
    sent: {
      url: tokenUrl,
      method: 'POST',
      headers: { ...form, Authorization: 'Basic YTpi' },
      body: 'grant_type=client_credentials&client_secret=b',
    },
    answer: { status: 401, body: { error: 'invalid_client' } },
    problem: 'invalid-client',
    confirmed: ['client-authenticates-twice'],
  },
  {
    about: "a JWT library's message",
    sent: { url, headers: bearer({ exp: epoch(3600), aud: 'other' }) },
    answer: { status: 401, body: { message: 'jwt audience invalid. expected: https://api.unknown.example' } },
    problem: 'jwt-audience-invalid',
    confirmed: ['wrong-audience'],
  },
  {
    about: 'a limit by a code that many APIs share',
    sent: { url, headers: good },
    answer: {
      status: 429,
      headers: { 'Retry-After': '30' },
      body: { error: { code: 'RATE_LIMIT_EXCEEDED', message: 'Slow down' } },
    },
    problem: 'rate-limit-exceeded',
  },
  {
    about: 'a problem type of the RateLimit draft',
    sent: { url, headers: good },
    answer: {
      status: 429,
      headers: { 'Content-Type': 'application/problem+json' },
      body: {
        type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
        title: 'Request cannot be satisfied as assigned quota has been exceeded',
        'violated-policies': ['daily'],
      },
    },
    problem: 'quota-exceeded',
  },
  {
    about: 'an operation that wants an idempotency key',
    sent: { url, method: 'POST', headers: good, body: '{}' },
    answer: {
      status: 400,
      headers: { 'Content-Type': 'application/problem+json' },
      body: { title: 'Idempotency-Key is missing', detail: 'This operation requires one.' },
    },
    problem: 'key-missing',
    confirmed: ['key-not-sent'],
  },
  {
    about: 'a status of a CDN',
    sent: { url },
    answer: { status: 522, headers: { Server: 'cloudflare' }, body: '<html><title>522</title></html>' },
    problem: 'cloudflare-522',
    possible: ['origin-blocks-the-cdn'],
  },
  {
    about: 'a missing CSRF token',
    sent: { url, method: 'POST', headers: form, body: 'a=1' },
    answer: { status: 419, body: { message: 'CSRF token mismatch.' } },
    problem: 'laravel-csrf',
    confirmed: ['csrf-token-not-sent'],
  },
];

const judge = (sent: RequestSample, answer: AnswerSample): Diagnosis =>
  diagnose(answered(answer, sent), { api: undefined, knowledge, now: received, l10n: plainL10n() });

const ids = ({ causes }: Diagnosis, wanted: Verdict): string[] =>
  causes.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);

describe('without a catalog of its own an API is diagnosed by the standards:', () => {
  for (const each of cases) {
    it(each.about, () => {
      const diagnosis = judge(each.sent, each.answer);
      assert.equal(diagnosis.problem?.id, each.problem);
      const verdicts: readonly (readonly [Verdict, readonly string[] | undefined])[] = [
        ['confirmed', each.confirmed],
        ['possible', each.possible],
        ['ruled-out', each.ruledOut],
      ];
      for (const [verdict, wanted = []] of verdicts)
        for (const id of wanted) assert.ok(ids(diagnosis, verdict).includes(id), `${id} is ${verdict}`);
    });
  }

  it('an answer with nothing wrong shows no symptom of theirs', () => {
    const headers = { Age: '3', ETag: 'W/"1"', 'WWW-Authenticate': 'Bearer' };
    const diagnosis = judge({ url, headers: good }, { status: 200, headers, body: { things: [1] } });
    assert.equal(diagnosis.problem, undefined);
  });
});

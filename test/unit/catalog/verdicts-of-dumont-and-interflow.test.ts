import assert from 'node:assert/strict';
import { given, shippedCatalogs } from '../../../scripts/catalog-files';
import { validateCatalogs } from '../../../src/core/catalog/validate';
import { diagnose } from '../../../src/core/diagnose/diagnose';
import type { Diagnosis, Verdict } from '../../../src/core/diagnose/diagnosis';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { plainL10n } from '../../../src/core/text/language';
import { answered, received, type AnswerSample, type RequestSample } from '../exchange/samples';
import { indexOf } from '../small-index';

const index = indexOf(...validateCatalogs(shippedCatalogs(), given).catalogs);
const knowledge = indexKnowledge(index);

function diagnosed(answer: AnswerSample, sent: RequestSample, milliseconds = 80): Diagnosis {
  const exchange = answered(answer, sent, { timings: { wait: milliseconds, total: milliseconds } });
  const knows = ({ id }: { id: string }, code: string) => knowledge.byCode(id, code).length > 0;
  const api = identifyApi(exchange, index.apis, knows);
  return diagnose(exchange, { api, knowledge, now: received, l10n: plainL10n(), version: '1' });
}

const interflow = (code: string, message = 'zzz', details?: unknown) => ({
  success: false,
  error: { code, message, ...(details === undefined ? {} : { details }) },
});
const key = { Authorization: 'Bearer ifk_0123456789abcdef' };
const json = { 'Content-Type': 'application/json' };
const send = (headers: RequestSample['headers'], body = '{}'): RequestSample => ({
  method: 'POST',
  url: 'https://api.interflow.chat/v1/messages/send',
  headers: { ...json, ...headers },
  body,
});
const dumont = (path: string, more: RequestSample = {}): RequestSample => ({
  url: `https://api.dumontcloud.com${path}`,
  headers: { Authorization: 'Bearer 0123456789abcdef' },
  ...more,
});

interface Case {
  readonly about: string;
  readonly sent: RequestSample;
  readonly answer: AnswerSample;
  readonly milliseconds?: number;
  readonly problem: string;
  readonly confirmed?: readonly string[];
  readonly possible?: readonly string[];
  readonly ruledOut?: readonly string[];
  /** Seconds after the answer. */
  readonly retryIn?: number;
}

const cases: readonly Case[] = [
  {
    about: 'Interflow: no key at all',
    sent: send({}),
    answer: { status: 401, body: interflow('UNAUTHORIZED', 'API Key inválida ou ausente') },
    problem: 'unauthorized',
    confirmed: ['auth-header-missing'],
  },
  {
    about: 'Interflow: a key without its scheme',
    sent: send({ Authorization: 'ifk_0123456789abcdef' }),
    answer: { status: 401, body: interflow('UNAUTHORIZED') },
    problem: 'unauthorized',
    confirmed: ['scheme-missing'],
    ruledOut: ['auth-header-missing'],
  },
  {
    about: 'Interflow: a key in a header of its own',
    sent: send({ 'X-API-Key': 'ifk_0123456789abcdef' }),
    answer: { status: 401, body: interflow('UNAUTHORIZED') },
    problem: 'unauthorized',
    confirmed: ['key-in-wrong-header'],
  },
  {
    about: 'Interflow: a key that looks right',
    sent: send(key),
    answer: { status: 401, body: interflow('UNAUTHORIZED') },
    problem: 'unauthorized',
    possible: ['key-revoked'],
    ruledOut: ['auth-header-missing', 'scheme-missing', 'scheme-wrong', 'key-in-wrong-header'],
  },
  {
    about: 'Interflow: fields that the answer names',
    sent: send(key),
    answer: {
      status: 400,
      body: interflow('VALIDATION_ERROR', 'Dados de entrada inválidos', [
        { field: 'email', message: 'Email inválido' },
      ]),
    },
    problem: 'validation-error',
    confirmed: ['validation-failed'],
  },
  {
    about: 'Interflow: a body that is no JSON',
    sent: send(key, '{"to": "x",}'),
    answer: { status: 400, body: interflow('VALIDATION_ERROR') },
    problem: 'validation-error',
    confirmed: ['invalid-json'],
  },
  {
    about: 'Interflow: a wait in Retry-After',
    sent: send(key),
    answer: {
      status: 429,
      headers: { 'X-RateLimit-Limit': '60', 'X-RateLimit-Remaining': '0', 'Retry-After': '60' },
      body: interflow('RATE_LIMIT_EXCEEDED'),
    },
    problem: 'rate-limit-exceeded',
    confirmed: ['rate-limit-hit'],
    retryIn: 60,
  },
  {
    about: 'Interflow: a wait in the message only',
    sent: send(key),
    answer: {
      status: 429,
      body: interflow(
        'RATE_LIMIT_EXCEEDED',
        'Limite de requisições excedido. Tente novamente em 45 segundos.',
      ),
    },
    problem: 'rate-limit-exceeded',
    confirmed: ['rate-limit-hit'],
    retryIn: 45,
  },
  {
    about: 'Interflow: a used-up plan is no rate limit',
    sent: send(key),
    answer: { status: 429, body: interflow('QUOTA_EXCEEDED') },
    problem: 'quota-exceeded',
    possible: ['plan-volume-spent'],
  },
  {
    about: 'Interflow: a channel',
    sent: send(key),
    answer: { status: 422, body: interflow('CHANNEL_DISCONNECTED', 'O canal está desconectado') },
    problem: 'channel-disconnected',
    confirmed: ['channel-was-disconnected'],
  },
  {
    about: 'Interflow: a 422 with a code that is not documented',
    sent: send(key),
    answer: { status: 422, body: interflow('TOO_MANY_CHANNELS') },
    problem: 'cannot-be-processed',
    possible: ['resource-limit-reached', 'dependency-not-met'],
    ruledOut: ['channel-was-disconnected'],
  },
  {
    about: 'Interflow: an error with a good status',
    sent: send(key),
    answer: { status: 200, body: interflow('TEMPLATE_NOT_APPROVED') },
    problem: 'template-not-approved',
  },
  {
    about: 'Dumont: no token',
    sent: { url: 'https://api.dumontcloud.com/api/v1/instances' },
    answer: { status: 401, body: { detail: 'x' } },
    problem: 'unauthorized',
    confirmed: ['auth-header-missing'],
  },
  {
    about: 'Dumont: the path as the guide writes it',
    sent: dumont('/balance'),
    answer: { status: 404, body: { detail: 'Not Found' } },
    problem: 'not-found',
    confirmed: ['prefix-missing'],
  },
  {
    about: 'Dumont: an instance',
    sent: dumont('/api/v1/instances/7'),
    answer: { status: 404, body: { detail: 'Instance not found' } },
    problem: 'instance-not-found',
    possible: ['instance-id-wrong', 'instance-destroyed', 'instance-of-another-user'],
  },
  {
    about: 'Dumont: a start, in another shape and status',
    sent: dumont('/api/v1/instances/7/start', { method: 'POST' }),
    answer: { status: 402, body: { error: { message: 'Cannot start instance: balance' } } },
    problem: 'cannot-start-instance',
    confirmed: ['insufficient-balance'],
    ruledOut: ['gpu-unavailable', 'host-offline'],
  },
  {
    about: 'Dumont: a start, without a reason',
    sent: dumont('/api/v1/instances/7/start', { method: 'POST' }),
    answer: { status: 402, body: { error: { message: 'Cannot start instance' } } },
    problem: 'cannot-start-instance',
    possible: ['insufficient-balance', 'gpu-unavailable', 'host-offline'],
  },
  {
    about: 'Dumont: a text and no JSON',
    sent: dumont('/api/v1/warmpool/status/7'),
    answer: { status: 503, body: 'Warm pool not ready' },
    problem: 'warm-pool-not-ready',
  },
  {
    about: 'Dumont: a limit with a reset only',
    sent: dumont('/api/v1/instances/7'),
    answer: {
      status: 429,
      headers: {
        'X-RateLimit-Limit': '100',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(received / 1000 + 1800),
      },
      body: '',
    },
    problem: 'rate-limited',
    confirmed: ['rate-limit-hit'],
    possible: ['status-polled-too-often', 'hour-limit-reached'],
    retryIn: 1800,
  },
  {
    about: 'Dumont: a failover of three minutes',
    sent: dumont('/api/v1/failover/settings/machines/7', { method: 'POST' }),
    answer: { status: 200, body: { ok: true } },
    milliseconds: 180_000,
    problem: 'failover-slow',
    possible: ['slow-strategy', 'snapshot-too-large'],
  },
];

describe('Dumont and Interflow are diagnosed', () => {
  for (const each of cases) {
    it(each.about, () => {
      const diagnosis = diagnosed(each.answer, each.sent, each.milliseconds);
      assert.equal(diagnosis.problem?.id, each.problem);
      const verdicts = new Map(diagnosis.causes.map(({ id, verdict }) => [id, verdict]));
      const ids = (wanted: Verdict) =>
        [...verdicts].filter(([, verdict]) => verdict === wanted).map(([id]) => id);
      assert.deepEqual(ids('confirmed').sort(), [...(each.confirmed ?? [])].sort());
      for (const id of each.possible ?? []) assert.equal(verdicts.get(id), 'possible', id);
      for (const id of each.ruledOut ?? []) assert.equal(verdicts.get(id), 'ruled-out', id);
      const retryAt = diagnosis.retryAt === undefined ? undefined : Date.parse(diagnosis.retryAt);
      assert.equal(retryAt && (retryAt - received) / 1000, each.retryIn);
    });
  }
});

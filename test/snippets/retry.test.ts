import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Api } from '../../src/core/catalog/catalog';
import { startFaultServer } from './fault-server';
import { skipBecause } from '../reporting/skip-because';
import { runners } from './runners/index';
import { perform } from './runners/runner';
import type { Outcome, Scenario } from './runners/runner';

const keyed: Api = {
  id: 'shop',
  name: 'Shop',
  idempotency: { header: 'Idempotency-Key', methods: ['POST'] },
};
const waits: Api = { id: 'slow', name: 'Slow', rateLimits: { wait: 'error.details.wait_seconds' } };
const wait = (seconds: number) => ({ status: 429, body: { error: { details: { wait_seconds: seconds } } } });

interface Case {
  name: string;
  steps: object[];
  scenario?: Partial<Scenario>;
  /** What the caller gets: a status, or a part of the error's text. */
  expected: number | RegExp;
  requests: number;
  /** What a runner has where the case says nothing of it. */
  unless?: 'readsWaitItself';
  /** Milliseconds between the first request and the last. */
  atLeast?: number;
  atMost?: number;
}

const ok = { status: 200 };
const cases: Case[] = [
  { name: '503, 503, 200', steps: [{ status: 503, times: 2 }, ok], expected: 200, requests: 3 },
  ...[408, 429, 500, 502, 504].map((status) => ({
    name: `${status}, 200`,
    steps: [{ status }, ok],
    expected: 200,
    requests: 2,
  })),
  ...[400, 401, 403, 404, 409, 422].map((status) => ({
    name: `${status} is no failure that passes`,
    steps: [{ status }, ok],
    expected: status,
    requests: 1,
  })),
  {
    name: '503 for ever: the last answer after five attempts',
    steps: [{ status: 503 }],
    expected: 503,
    requests: 5,
  },
  {
    name: 'Retry-After in seconds is a minimum',
    steps: [{ status: 429, headers: { 'Retry-After': '1' } }, ok],
    expected: 200,
    requests: 2,
    atLeast: 1000,
  },
  {
    name: 'Retry-After as a date is a minimum',
    steps: [{ status: 503, retryAfterDate: 1.5 }, ok],
    expected: 200,
    requests: 2,
    atLeast: 400,
  },
  {
    name: 'Retry-After in the past, or in no known form, leaves the backoff alone',
    steps: [{ status: 503, retryAfterDate: -100 }, { status: 503, headers: { 'Retry-After': 'soon' } }, ok],
    expected: 200,
    requests: 3,
    atMost: 500,
  },
  {
    name: "the wait of the API's body is a minimum",
    steps: [wait(0.4), ok],
    scenario: { api: waits },
    expected: 200,
    requests: 2,
    atLeast: 400,
  },
  {
    name: 'a wait beyond the cap fails at once and says how long',
    steps: [{ status: 429, headers: { 'Retry-After': '3600' } }, ok],
    expected: /360\d s/,
    requests: 1,
  },
  {
    name: 'a wait too large for any number fails at once',
    steps: [{ status: 429, headers: { 'Retry-After': '9'.repeat(400) } }, ok],
    unless: 'readsWaitItself',
    expected: /too long/,
    requests: 1,
  },
  {
    name: 'a wait beyond the deadline fails at once and says how long',
    steps: [{ status: 429, headers: { 'Retry-After': '50' } }, ok],
    scenario: { shortDeadline: true },
    expected: /5\d s/,
    requests: 1,
  },
  { name: 'a connection that is reset, then 200', steps: [{ reset: true }, ok], expected: 200, requests: 2 },
  { name: 'an answer that never comes, then 200', steps: [{ hang: true }, ok], expected: 200, requests: 2 },
  {
    name: 'PUT is repeated',
    steps: [{ status: 503 }, ok],
    scenario: { method: 'PUT' },
    expected: 200,
    requests: 2,
  },
  {
    name: 'a POST with a key that the API honours is repeated',
    steps: [{ status: 503 }, ok],
    scenario: { method: 'POST', api: keyed },
    expected: 200,
    requests: 2,
  },
];

describe('Retry, applied and run', function () {
  this.timeout(20_000);
  let server: Awaited<ReturnType<typeof startFaultServer>>;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());

  for (const runner of runners) {
    describe(runner.name, function () {
      this.retries(runner.retries ?? 0);
      before(function () {
        if (runner.missing) skipBecause(this, runner.missing);
        this.timeout(600_000);
        runner.prepare?.();
      });

      const own = cases.filter(({ unless }) => !unless || !runner[unless]);
      for (const { name, steps, scenario, expected, requests, atLeast = 0, atMost = Infinity } of own) {
        it(name, async () => {
          const script = await server.play(...steps);
          const keys =
            runner.ownKey && scenario?.api === keyed ? { headers: { 'Idempotency-Key': 'mine' } } : {};
          const [outcome] = await perform(runner, {
            actions: ['retry'],
            base: script.base,
            ...scenario,
            ...keys,
          });
          assert.ok(outcome);
          if (typeof expected === 'number')
            assert.equal('status' in outcome && outcome.status, expected, describeOutcome(outcome));
          else assert.match('error' in outcome ? outcome.error : '', expected, describeOutcome(outcome));
          const received = await script.received();
          assert.equal(received.length, requests);
          const took = (received.at(-1)?.at ?? 0) - (received[0]?.at ?? 0);
          assert.ok(took >= atLeast && took <= atMost, `${took} ms`);
        });
      }

      if (!runner.ownKey)
        it('sends one Idempotency-Key with all attempts', async () => {
          const script = await server.play({ status: 503, times: 2 }, ok);
          await perform(runner, { actions: ['retry'], base: script.base, method: 'POST', api: keyed });
          const keys = (await script.received()).map(({ headers }) => headers['idempotency-key']);
          assert.equal(keys.length, 3);
          assert.match(keys[0] ?? '', /^[0-9a-f-]{36}$/);
          assert.equal(new Set(keys).size, 1);
        });

      it("keeps the caller's own Idempotency-Key", async () => {
        const script = await server.play({ status: 503 }, ok);
        const headers = { 'idempotency-key': 'mine' };
        await perform(runner, { actions: ['retry'], base: script.base, method: 'POST', api: keyed, headers });
        assert.deepEqual(
          (await script.received()).map((request) => request.headers['idempotency-key']),
          ['mine', 'mine'],
        );
      });

      it('sends a POST once where the method was not known when the helper was added', async () => {
        const script = await server.play({ status: 503 }, ok);
        const [outcome] = await perform(runner, {
          actions: ['retry'],
          base: script.base,
          method: 'PUT',
          laterMethod: 'POST',
        });
        assert.deepEqual(outcome && 'status' in outcome && outcome.status, 503);
        assert.equal((await script.received()).length, 1);
      });

      it('ends at once when it is cancelled while it waits', async () => {
        const script = await server.play({ status: 503, headers: { 'Retry-After': '30' } }, ok);
        const startedAt = Date.now();
        const [outcome] = await perform(runner, { actions: ['retry'], base: script.base, cancelAfter: 1000 });
        assert.match(
          outcome && 'error' in outcome ? outcome.error : '',
          /Timeout|Abort|Cancel|Interrupt|context canceled/,
        );
        assert.ok(Date.now() - startedAt < 8000);
        assert.equal((await script.received()).length, 1);
      });
    });
  }
});

const describeOutcome = (outcome: Outcome) => JSON.stringify(outcome);

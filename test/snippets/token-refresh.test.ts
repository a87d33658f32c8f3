import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import type { Api } from '../../src/core/catalog/catalog';
import { startFaultServer, startOtherOrigin } from './fault-server';
import { skipBecause } from '../reporting/skip-because';
import { runners } from './runners/index';
import { perform } from './runners/runner';
import type { Outcome, Scenario } from './runners/runner';

const stateset: Api = {
  id: 'stateset',
  name: 'StateSet API',
  authentication: [
    {
      scheme: 'bearer-jwt',
      header: 'Authorization',
      refresh: {
        request: 'POST /api/v1/auth/refresh',
        body: { refresh_token: '{{refreshToken}}' },
        token: 'access_token',
        refreshToken: 'refresh_token',
      },
    },
  ],
};

/** The API with another path of its refresh. */
const refreshedAt = (path: string): Api => ({
  ...stateset,
  authentication: stateset.authentication?.map((way) => ({
    ...way,
    refresh: way.refresh && { ...way.refresh, request: `POST ${path}` },
  })),
});

/** So many ask at once. */
const callers = 20;

const statuses = (outcomes: Outcome[]) =>
  outcomes.map((outcome) => ('status' in outcome ? outcome.status : outcome.error));

describe('Token refresh, applied and run', function () {
  this.timeout(20_000);
  let server: Awaited<ReturnType<typeof startFaultServer>>;
  let other: Awaited<ReturnType<typeof startOtherOrigin>>;
  beforeEach(async () => {
    server = await startFaultServer();
    other = await startOtherOrigin();
  });
  afterEach(() => Promise.all([server.close(), other.close()]));

  for (const runner of runners) {
    describe(runner.name, function () {
      this.retries(runner.retries ?? 0);
      before(function () {
        if (runner.missing) skipBecause(this, runner.missing);
        this.timeout(600_000);
        runner.prepare?.();
      });

      const scenario = async (accessToken: string, changes: Partial<Scenario> = {}): Promise<Scenario> => {
        const tokens = await server.tokens();
        return {
          actions: ['tokenRefresh'],
          base: server.origin,
          path: '/api/v1/orders',
          accessToken: tokens[accessToken] ?? accessToken,
          refreshToken: tokens['refresh'] ?? '',
          api: stateset,
          ...changes,
        };
      };

      for (const [why, accessToken] of [
        ['expired, by its own exp', 'expired'],
        ['refused with 401 though it looks good', 'badSignature'],
        ['opaque', 'nonsense'],
        ['not there yet', ''],
      ] as const) {
        it(`refreshes once for twenty callers, who all get 200: the token is ${why}`, async () => {
          const ready = await scenario(accessToken, { callers });
          const refreshed = await server.refreshes();
          const outcomes = await perform(runner, ready);
          assert.deepEqual(statuses(outcomes), Array(callers).fill(200));
          assert.equal((await server.refreshes()) - refreshed, 1);
        });
      }

      it('does not refresh a token that is good', async () => {
        const ready = await scenario('valid');
        const refreshed = await server.refreshes();
        assert.deepEqual(statuses(await perform(runner, ready)), [200]);
        assert.equal(await server.refreshes(), refreshed);
      });

      it('gives each caller one clear error where the refresh is refused, and goes on no further', async () => {
        const tokens = await server.tokens();
        const refreshToken = tokens['expiredRefresh'] ?? '';
        const script = await server.play({ pass: true });
        const api = refreshedAt(`${new URL(script.base).pathname}/api/v1/auth/refresh`);
        const outcomes = await perform(
          runner,
          await scenario('badSignature', { api, refreshToken, callers }),
        );
        assert.equal(outcomes.length, callers);
        for (const outcome of outcomes) {
          const error = 'error' in outcome ? outcome.error : '';
          assert.match(error, /The token was not refreshed.*log in again/i);
          for (const token of Object.values(tokens)) assert.ok(!error.includes(token), error);
        }
        const { length } = await script.received();
        assert.ok(length >= 1 && length <= callers, `${length} refreshes`);
      });

      it('writes tokens nowhere: not into what the program prints, nor into an address or another field', async () => {
        const script = await server.play({ status: 503 }, { pass: true });
        let printed = '';
        const outcomes = await perform(
          runner,
          await scenario('badSignature', {
            actions: ['retry', 'tokenRefresh'],
            base: script.base,
            printed: (text) => (printed += text),
          }),
        );
        assert.deepEqual(statuses(outcomes), [200]);
        const received = await script.received();
        const sent = received.flatMap(({ headers }) => headers['authorization']?.split(' ').slice(1) ?? []);
        const tokens = [...Object.values(await server.tokens()), ...sent];
        assert.ok(sent.length > 0);
        const { length } = tokens.filter((token) => printed.includes(token));
        assert.equal(length, 0, 'a token is printed');
        for (const { path, headers } of received) {
          const others = Object.entries(headers).filter(([name]) => name !== 'authorization');
          const rest = path + JSON.stringify(others);
          assert.ok(!tokens.some((token) => rest.includes(token)), rest);
        }
      });

      it('replays once: a second 401 is the answer', async () => {
        const script = await server.play({ status: 401, times: 9 });
        const outcomes = await perform(runner, await scenario('valid', { base: script.base, path: '/x' }));
        assert.deepEqual(statuses(outcomes), [401]);
        assert.equal((await script.received()).length, 2);
      });

      it('retries inside of the refresh, where both are there', async () => {
        const script = await server.play({ status: 503 }, { pass: true });
        for (const actions of [
          ['retry', 'tokenRefresh'],
          ['tokenRefresh', 'retry'],
        ] as const) {
          const changes = { base: script.base, actions: [...actions] };
          assert.deepEqual(statuses(await perform(runner, await scenario('badSignature', changes))), [200]);
        }
      });

      it('sends the token to no other origin', async () => {
        assert.deepEqual(
          statuses(await perform(runner, await scenario('valid', { elsewhere: other.origin }))),
          [200],
        );
        assert.equal(other.received.length, 1);
        assert.equal(other.received[0]?.['authorization'], undefined);
      });

      it('sends the refresh token to no other origin that the API redirects to', async () => {
        const script = await server.play({
          status: 307,
          headers: { Location: `${other.origin}/x` },
          times: 9,
        });
        const api = refreshedAt(new URL(script.base).pathname);
        const [outcome] = await perform(runner, await scenario('badSignature', { api }));
        assert.ok(outcome && 'error' in outcome, JSON.stringify(outcome));
        assert.deepEqual(other.received, []);
      });

      it('sends the token to no other origin that the API redirects to', async () => {
        const script = await server.play({ status: 302, headers: { Location: `${other.origin}/x` } });
        const outcomes = await perform(runner, await scenario('valid', { base: script.base, path: '/x' }));
        const followed = !runner.followsNoRedirects;
        assert.deepEqual(statuses(outcomes), [followed ? 200 : 302]);
        assert.equal(other.received.length, followed ? 1 : 0);
        assert.equal(other.received[0]?.['authorization'], undefined);
      });
    });
  }
});

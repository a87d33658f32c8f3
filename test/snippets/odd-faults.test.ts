import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { Api } from '../../src/core/catalog/catalog';
import type { SnippetKind } from '../../src/core/snippets/snippet-catalog';
import { skipBecause } from '../reporting/skip-because';
import { answer, late, reset, startRawServer, unfinished } from './raw-server';
import type { Arrivals, Reply } from './raw-server';
import { runners } from './runners/index';
import { perform } from './runners/runner';
import type { Outcome, Runner, Scenario } from './runners/runner';

const ok = answer(200);
/** A wait that is written when it is asked for. */
const waiting = (value: string | string[] | (() => string)): Reply[] => [
  (response) => answer(503, { 'Retry-After': typeof value === 'function' ? value() : value })(response),
  ok,
];
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Two seconds from now in the older forms of a date (RFC 9110 §5.6.7). */
const soon = () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
const rfc850 = () => {
  const date = soon();
  const [, day = '', month = '', year = '', time = ''] = date.toUTCString().split(/[ ]/);
  return `${names[date.getUTCDay()] ?? ''}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
};
const asctime = () => {
  const [week = '', day = '', month = '', year = '', time = ''] = soon().toUTCString().split(/,? /);
  return `${week} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`;
};

interface Case {
  /** Answers of `/orders`, made when the case begins. */
  orders: () => Reply[];
  refresh?: Reply[];
  scenario?: Partial<Scenario>;
  /** A status, or a part of the error; or what else must hold. */
  expected: number | RegExp | ((outcome: Outcome, arrivals: Arrivals) => boolean);
  /** How many requests of `/orders`. */
  requests?: number;
  atLeast?: number;
  atMost?: number;
}

const endlessError = 'an error whose body never ends';

const retries: Record<string, Case> = {
  'Retry-After: 0': { orders: () => waiting('0'), expected: 200, requests: 2, atMost: 1500 },
  'Retry-After: -5': { orders: () => waiting('-5'), expected: 200, requests: 2, atMost: 1500 },
  'Retry-After: 0.5': { orders: () => waiting('0.5'), expected: 200, requests: 2, atMost: 2500 },
  'Retry-After: 1e3': { orders: () => waiting('1e3'), expected: 200, requests: 2, atMost: 1500 },
  'Retry-After: 0x10': { orders: () => waiting('0x10'), expected: 200, requests: 2, atMost: 1500 },
  'Retry-After in the form of RFC 850': {
    orders: () => waiting(rfc850),
    expected: 200,
    requests: 2,
    atLeast: 1000,
  },
  'Retry-After in the form of asctime': {
    orders: () => waiting(asctime),
    expected: 200,
    requests: 2,
    atLeast: 1000,
  },
  'two fields Retry-After': { orders: () => waiting(['1', '1']), expected: 200, requests: 2 },
  'Retry-After in the year 9999': {
    orders: () => waiting('Fri, 31 Dec 9999 23:59:59 GMT'),
    expected: /too long/,
    requests: 1,
  },
  '429 without a wait': { orders: () => [answer(429), ok], expected: 200, requests: 2 },
  '425 is not repeated': { orders: () => [answer(425), ok], expected: 425, requests: 1 },
  'an error whose body breaks off': {
    orders: () => [unfinished(503, 'breaks'), ok],
    expected: 200,
    requests: 2,
  },
  [endlessError]: {
    orders: () => [unfinished(503, 'hangs'), ok],
    expected: 200,
    requests: 2,
  },
  'a good answer that breaks off': {
    orders: () => [unfinished(200, 'breaks'), ok],
    // Who has read it knows that it is not whole; Net::HTTP takes the end for the end.
    expected: (outcome) => 'error' in outcome || ['', '{}', '{"half": '].includes(outcome.body),
  },
  'connections that are closed, twice': { orders: () => [reset, reset, ok], expected: 200, requests: 3 },
  'the same body in each attempt': {
    orders: () => [answer(500), answer(502), ok],
    scenario: { method: 'PUT' },
    expected: (_, { '/orders': orders = [] }) =>
      orders.length === 3 && new Set(orders.map(({ body }) => body)).size === 1,
  },
};

const good = { access_token: 'good', refresh_token: 'next' };
const both = { actions: ['retry', 'tokenRefresh'] } satisfies Partial<Scenario>;
const failed: Case['expected'] = (outcome, arrivals) =>
  'error' in outcome &&
  !/first-(access|refresh)/.test(outcome.error) &&
  (arrivals['/orders'] ?? []).every(({ authorization }) => authorization === 'Bearer first-access');

const refreshes: Record<string, Case> = {
  'the refresh answers 500': {
    orders: () => [answer(401)],
    refresh: [answer(500)],
    expected: failed,
    requests: 1,
  },
  'the refresh answers 429': {
    orders: () => [answer(401)],
    refresh: [answer(429, { 'Retry-After': '60' })],
    expected: failed,
    requests: 1,
  },
  'the refresh answers a page': {
    orders: () => [answer(401)],
    refresh: [answer(200, { 'Content-Type': 'text/html' }, '<html>first-refresh</html>')],
    expected: failed,
    requests: 1,
  },
  'the refresh answers no token': {
    orders: () => [answer(401)],
    refresh: [answer(200, {}, { ok: true })],
    expected: failed,
    requests: 1,
  },
  'the refresh answers null': {
    orders: () => [answer(401)],
    refresh: [answer(200, {}, { access_token: null })],
    expected: failed,
    requests: 1,
  },
  'the refresh is cut off': {
    orders: () => [answer(401)],
    refresh: [reset],
    expected: failed,
    requests: 1,
  },
  'the refresh is slow': {
    orders: () => [answer(401), ok],
    refresh: [late(700, answer(200, {}, good))],
    expected: 200,
    requests: 2,
  },
  '401 after the refresh': {
    orders: () => [answer(401)],
    refresh: [answer(200, {}, good)],
    expected: 401,
    requests: 2,
  },
  '503, 401, 503, 200': {
    orders: () => [answer(503), answer(401), answer(503), ok],
    refresh: [answer(200, {}, good)],
    scenario: both,
    expected: (outcome, arrivals) =>
      'status' in outcome && outcome.status === 200 && arrivals['/refresh']?.length === 1,
    requests: 4,
  },
  'a refused refresh is final, with a retry around': {
    orders: () => [answer(401), ok],
    refresh: [answer(400)],
    scenario: both,
    expected: (outcome, arrivals) => failed(outcome, arrivals) && arrivals['/refresh']?.length === 1,
    requests: 1,
  },
  'cancelled during the refresh': {
    orders: () => [answer(401), ok],
    // Other callers may wait for it, so it goes on by itself.
    refresh: [late(3000, answer(200, {}, good))],
    scenario: { cancelAfter: 1000 },
    expected: (outcome) => 'error' in outcome,
    requests: 1,
  },
};

const api: Api = {
  id: 'stateset',
  name: 'StateSet API',
  authentication: [
    {
      scheme: 'bearer-jwt',
      header: 'Authorization',
      refresh: {
        request: 'POST /refresh',
        body: { refresh_token: '{{refreshToken}}' },
        token: 'access_token',
        refreshToken: 'refresh_token',
      },
    },
  ],
};

describe('Faults that are rare, applied and run', function () {
  for (const runner of runners) {
    describe(runner.name, function () {
      this.timeout(300_000);
      this.retries(runner.retries ?? 0);
      before(function () {
        if (runner.missing) skipBecause(this, runner.missing);
        this.timeout(600_000);
        runner.prepare?.();
      });

      it('retry', async () => assert.deepEqual(await wrongIn(runner, 'retry', retries), []));
      it('refresh', async () => assert.deepEqual(await wrongIn(runner, 'tokenRefresh', refreshes), []));
    });
  }
});

/** What came out otherwise than expected. A program is compiled alone, then it runs beside others: they mostly wait. */
async function wrongIn(runner: Runner, kind: SnippetKind, cases: Record<string, Case>): Promise<string[]> {
  const isFirst = ([, { scenario }]: [string, Case], at: number, all: [string, Case][]) =>
    all.findIndex(([, other]) => JSON.stringify(other.scenario) === JSON.stringify(scenario)) === at;
  const all = Object.entries(cases).filter(([name]) => !runner.waitsForBodies || name !== endlessError);
  const problems: string[][] = [];
  for (const [name, each] of all.filter(isFirst)) problems.push(await problemOf(name, each, kind, runner));
  const left = all.filter((...entry) => !isFirst(...entry));
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift())
      problems.push(await problemOf(next[0], next[1], kind, runner));
  };
  await Promise.all([worker(), worker(), worker()]);
  return problems.flat();
}

async function problemOf(name: string, each: Case, kind: SnippetKind, runner: Runner): Promise<string[]> {
  const server = await startRawServer({
    '/orders': each.orders(),
    ...(each.refresh && { '/refresh': each.refresh }),
  });
  // Programs run beside others, so that an attempt gets three seconds and not three tenths.
  const quick = runner.quick.map(([from, to]): [string, string] => [
    from,
    to.replace(/(?<![.\d])(?:0\.3|300)(?!\d)/, (time) => (time === '300' ? '3000' : '3.0')),
  ]);
  const [outcome = { error: 'no outcome' }] = await perform(
    { ...runner, quick },
    {
      actions: [kind],
      base: server.origin,
      path: '/orders',
      ...(kind === 'tokenRefresh' && { api, accessToken: 'first-access', refreshToken: 'first-refresh' }),
      ...each.scenario,
    },
  );
  await server.close();
  const orders = server.arrivals['/orders'] ?? [];
  const took = (orders.at(-1)?.at ?? 0) - (orders[0]?.at ?? 0);
  const isRepeated = runner.repeatsFailedHooks && each.expected === failed;
  const { expected, requests = orders.length, atLeast = 0, atMost = Infinity } = each;
  const asExpected =
    typeof expected === 'number'
      ? 'status' in outcome && outcome.status === expected
      : typeof expected === 'function'
        ? expected(outcome, server.arrivals)
        : 'error' in outcome && expected.test(outcome.error);
  return asExpected && (isRepeated || orders.length === requests) && took >= atLeast && took <= atMost
    ? []
    : [`${name}: ${JSON.stringify(outcome).slice(0, 300)}, ${orders.length} requests in ${took} ms`];
}

import assert from 'node:assert/strict';
import type { Api } from '../../../src/core/catalog/catalog';
import type { Check } from '../../../src/core/catalog/format';
import { type HealthCheck, healthChecks, type HealthTarget } from '../../../src/core/health/health-checks';
import { healthResult } from '../../../src/core/health/health-report';
import { send } from '../../../src/http/transport/send';
import { startSandbox } from '../../../src/sandbox/index';
import { plainL10n } from '../../../src/core/text/language';
import { sendCheck } from '../../../src/vscode/health/send-check';
import { inParallel } from '../../../src/vscode/health/in-parallel';
import { healthView } from '../../../src/vscode/panel/view/health';
import { shippedIndex } from '../../servers/shipped-knowledge';
import { answered, failed, shop } from '../exchange/samples';

const credential = [['Authorization', 'Bearer secret-token-1234']] as const;
const target: HealthTarget = { origin: 'https://api.shop.example', credential, token: 'secret-"token' };
const text = (en: string): { en: string; 'pt-BR': string } => ({ en, 'pt-BR': en });
const check = (change: Partial<Check>): Check => ({ title: text('Up?'), request: 'GET /health', ...change });
const api = (health: Check[], endpoints: string[] = []): Api => ({ ...shop, health, match: { endpoints } });

describe('the health checks of an API', () => {
  it('are its own ones, and the endpoints that can be read without ids', () => {
    const checks = healthChecks(
      api([check({})], ['GET /health', '/orders', 'POST /orders', 'GET /orders/{id}', 'GET /me']),
      target,
      'en',
    );
    assert.deepEqual(
      checks.map(({ method, url, isOwn }) => [method, url, isOwn]),
      [
        ['GET', 'https://api.shop.example/health', true],
        ['GET', 'https://api.shop.example/orders', false],
        ['GET', 'https://api.shop.example/me', false],
      ],
    );
  });

  it('go with the credential, but not the anonymous ones', () => {
    const [open, closed] = healthChecks(api([check({ anonymous: true }), check({})]), target, 'en');
    assert.deepEqual([open?.headers, closed?.headers], [[], [...credential]]);
  });

  it('fill the token into a body as JSON, and are left out where there is none', () => {
    const verify = [check({ request: 'POST /verify', body: { token: '{{token}}' } })];
    const [found] = healthChecks(api(verify), target, 'en');
    assert.deepEqual(JSON.parse(found?.body ?? ''), { token: target.token });
    assert.equal(found?.isSafe, false);
    assert.deepEqual(healthChecks(api(verify), { ...target, token: undefined }, 'en'), []);
  });

  it('never lead to another origin', () => {
    assert.deepEqual(
      healthChecks(api([check({ request: 'GET //evil.example/' })], ['//evil.example/x']), target, 'en'),
      [],
    );
  });
});

describe('the result of a check', () => {
  const [one] = healthChecks(api([check({})]), target, 'en') as [HealthCheck];
  const verdicts: [exchange: Parameters<typeof healthResult>[1], verdict: string, outcome: string][] = [
    [answered({ status: 204, reason: 'No Content' }), 'good', '204 No Content'],
    [answered({ status: 302 }), 'bad', '302'],
    [answered({ status: 401 }), 'refused', '401'],
    [answered({ status: 403 }), 'refused', '403'],
    [answered({ status: 503 }), 'bad', '503'],
    [failed({ code: 'ECONNREFUSED' }), 'bad', 'ECONNREFUSED'],
  ];
  for (const [exchange, verdict, outcome] of verdicts) {
    it(`is ${verdict} for ${outcome}`, () => {
      const result = healthResult(one, exchange, shop);
      assert.deepEqual([result.verdict, result.outcome, result.path], [verdict, outcome, '/health']);
    });
  }
  it('quotes an error without the secrets of the request', () => {
    const headers = { Authorization: 'Bearer secret-token-1234' };
    const body = { error: { code: 'BAD', message: 'no such token: secret-token-1234' } };
    const { detail } = healthResult(one, answered({ status: 500, body }, { headers }), shop);
    assert.match(detail, /^BAD: no such token: /);
    assert.doesNotMatch(detail, /secret-token-1234/);
  });
});

describe('checks against a running API', () => {
  it('say how each endpoint is, in the order of the catalog', async () => {
    const sandbox = await startSandbox();
    try {
      const stateset = shippedIndex().apis.find(({ id }) => id === 'stateset') as Api;
      const { signal } = new AbortController();
      const checks = healthChecks(
        stateset,
        { origin: sandbox.origin, credential: [], token: undefined },
        'en',
      );
      const results = await inParallel(checks, 4, signal, async (each) =>
        healthResult(each, await sendCheck(each, send, signal), stateset),
      );
      assert.deepEqual(
        results.slice(0, 3).map(({ path, verdict }) => [path, verdict]),
        [
          ['/health', 'good'],
          ['/health/readiness', 'good'],
          ['/health/version', 'good'],
        ],
      );
      assert.equal(results.find(({ path }) => path === '/api/v1/orders')?.verdict, 'refused');
      const report = { api: { id: 'stateset', name: 'StateSet API' }, origin: sandbox.origin, results };
      const view = healthView(report, plainL10n());
      assert.equal(view.header.status.tone, 'caution');
      assert.match(view.title, /^StateSet API: \d+ of \d+ checks passed$/);
    } finally {
      await sandbox.close();
    }
  });
});

describe('work in parallel', () => {
  it('is never more than so many things at once, and keeps their order', async () => {
    let running = 0;
    let highest = 0;
    const results = await inParallel([5, 1, 3, 2, 4], 2, new AbortController().signal, async (item) => {
      highest = Math.max(highest, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return item * 2;
    });
    assert.deepEqual([results, highest], [[10, 2, 6, 4, 8], 2]);
  });
  it('begins nothing more once it is called off', async () => {
    const controller = new AbortController();
    const begun: number[] = [];
    const results = inParallel([1, 2, 3], 1, controller.signal, async (item) => {
      begun.push(item);
      controller.abort();
    });
    await assert.rejects(results, { name: 'AbortError' });
    assert.deepEqual(begun, [1]);
  });
});

import assert from 'node:assert/strict';
import { describe, it, beforeEach, afterEach } from 'mocha';
import { RunningSandbox } from '../../running-sandbox';

const ORDERS = '/api/v1/orders';
const ORDER = { customer_id: 'cus_1001', items: [{ product_id: 'prod_1001', quantity: 2 }] };

describe('sandbox, StateSet: behaviour', () => {
  const sandbox = new RunningSandbox();
  beforeEach(() => sandbox.start());
  afterEach(() => sandbox.stop());

  it('leads an order from its creation to its delivery and deletion', async () => {
    const created = await sandbox.json('POST', ORDERS, ORDER);
    assert.equal(created.status, 201);
    assert.equal(created.body.total, 49.8);
    const path = created.headers.get('location') ?? '';
    for (const status of ['confirmed', 'processing', 'shipped', 'delivered']) {
      assert.equal((await sandbox.json('PUT', path, { status })).body.status, status);
    }
    assert.ok((await sandbox.json('GET', path)).body.delivered_at);
    const returned = await sandbox.json('POST', '/api/v1/returns', {
      order_id: created.body.id,
      reason: 'broken',
    });
    assert.equal(returned.status, 201);
    const stock = await sandbox.json('GET', '/api/v1/inventory?product_id=prod_1001');
    assert.equal(stock.body.data[0].quantity, 4998);
  });

  for (const [name, body] of [
    ['customers', { email: 'x@example.com' }],
    ['products', { sku: 'VASE', name: 'Vase', price: 12 }],
    ['shipments', { order_id: 'ord_1001', carrier: 'UPS' }],
    ['payments', { order_id: 'ord_1001', amount: 24.9, payment_method: 'pm_card' }],
    ['returns', { order_id: 'ord_1004', reason: 'broken' }],
  ] as const) {
    it(`creates, reads and deletes ${name}`, async () => {
      const created = await sandbox.json('POST', `/api/v1/${name}`, body);
      assert.equal(created.status, 201, created.text);
      const path = created.headers.get('location') ?? '';
      assert.deepEqual((await sandbox.json('GET', path)).body, created.body);
      assert.equal((await sandbox.json('DELETE', path)).status, 204);
      assert.equal((await sandbox.json('GET', path)).status, 404);
    });
  }

  it('pages and filters a list', async () => {
    const page = await sandbox.json('GET', `${ORDERS}?page=2&limit=2`);
    assert.deepEqual(page.body.pagination, { page: 2, limit: 2, total: 5, total_pages: 3 });
    assert.equal(page.body.data.length, 2);
    const delivered = await sandbox.json('GET', `${ORDERS}?status=delivered`);
    assert.equal(delivered.body.pagination.total, 2);
  });

  it('answers HEAD without a body', async () => {
    const answer = await sandbox.json('HEAD', ORDERS);
    assert.deepEqual([answer.status, answer.text], [200, '']);
  });

  describe('rate limit', () => {
    const read = (key: string) => sandbox.send('GET', ORDERS, { headers: { 'X-API-Key': key } });

    it('stops the third of two requests a minute and says when to come back', async () => {
      const first = await read('sandbox-key-two-per-minute');
      assert.equal(first.headers.get('x-ratelimit-remaining'), '1');
      sandbox.now += 10_000;
      assert.equal((await read('sandbox-key-two-per-minute')).status, 200);
      const third = await read('sandbox-key-two-per-minute');
      assert.deepEqual([third.status, third.body.error.code], [429, 'RATE_LIMIT_EXCEEDED']);
      assert.equal(third.headers.get('retry-after'), '50');
      assert.equal(third.headers.get('x-ratelimit-limit'), '2');
      assert.equal(Number(third.headers.get('x-ratelimit-reset')), sandbox.now / 1000 + 50);
      sandbox.now += 50_000;
      assert.equal((await read('sandbox-key-two-per-minute')).status, 200);
      assert.equal((await read('sandbox-key-two-per-minute')).status, 429, 'the window slides');
    });

    it('refuses the first request of a key whose quota another program has used up', async () => {
      const refused = await read('sandbox-key-shared-quota');
      assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '60']);
      sandbox.now += 60_000;
      assert.equal((await read('sandbox-key-shared-quota')).status, 200);
    });

    it('allows a hundred a minute and counts each credential for itself', async () => {
      for (let i = 0; i < 100; i += 1) assert.equal((await read('sandbox-key-read-only')).status, 200);
      assert.equal((await read('sandbox-key-read-only')).status, 429);
      assert.equal((await read('sandbox-key-full-access')).status, 200);
      assert.equal((await sandbox.send('GET', '/health')).headers.has('x-ratelimit-limit'), false);
    });
  });

  describe('Idempotency-Key', () => {
    const create = (key: string, body: unknown = ORDER) =>
      sandbox.json('POST', ORDERS, body, { 'Idempotency-Key': key });

    it('gives the first answer again for the same request', async () => {
      const first = await create('a');
      const again = await create('a');
      assert.deepEqual([again.status, again.body], [201, first.body]);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.notEqual((await create('b')).body.id, first.body.id);
    });

    it('refuses the key with another payload', async () => {
      await create('a');
      const other = await create('a', { ...ORDER, items: [{ product_id: 'prod_1002', quantity: 1 }] });
      assert.deepEqual([other.status, other.body.error.code], [422, 'IDEMPOTENCY_KEY_REUSED']);
    });

    it('refuses the key while its first request is still running', async () => {
      const pay = () =>
        sandbox.json(
          'POST',
          '/api/v1/payments',
          { order_id: 'ord_1001', amount: 24.9, payment_method: 'pm_card_slow' },
          { 'Idempotency-Key': 'a' },
        );
      const answers = await Promise.all([pay(), pay()]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
      assert.equal((await pay()).status, 201);
    });

    it('forgets a key after ten minutes', async () => {
      const first = await create('a');
      sandbox.now += 10 * 60_000;
      assert.notEqual((await create('a')).body.id, first.body.id);
    });

    it('leaves a key free whose request was refused', async () => {
      assert.equal((await create('a', { customer_id: 'cus_1001' })).status, 400);
      assert.equal((await create('a')).status, 201);
    });
  });

  it('gives every answer a request id, or takes the one of the client', async () => {
    const { headers } = await sandbox.send('GET', '/api/v1/nothing');
    assert.match(headers.get('x-request-id') ?? '', /^req-[0-9a-f]{16}$/);
    const own = await sandbox.send('GET', '/health', { headers: { 'X-Request-ID': 'my-1' } });
    assert.equal(own.headers.get('x-request-id'), 'my-1');
    const odd = await sandbox.send('GET', '/health', { headers: { 'X-Request-ID': '<script>' } });
    assert.match(odd.headers.get('x-request-id') ?? '', /^req-/);
  });

  it('allows one origin and answers its preflight', async () => {
    const preflight = (origin: string) =>
      sandbox.send('OPTIONS', ORDERS, {
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const allowed = await preflight('http://localhost:3000');
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'http://localhost:3000');
    assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /Authorization/);
    assert.equal((await preflight('http://localhost:5000')).headers.get('access-control-allow-origin'), null);
  });

  it('tells its health, version, metrics and OAuth metadata to everybody', async () => {
    assert.equal((await sandbox.send('GET', '/health')).body.status, 'ok');
    assert.equal((await sandbox.send('GET', '/health/readiness')).body.status, 'ready');
    assert.ok((await sandbox.send('GET', '/health/version')).body.version);
    const metadata = await sandbox.send('GET', '/api/v1/.well-known/oauth-authorization-server');
    assert.equal(metadata.body.issuer, sandbox.origin);
    await sandbox.send('GET', '/api/v1/orders/<nobody>');
    const metrics = (await sandbox.send('GET', '/metrics')).text;
    assert.match(
      metrics,
      /^http_request_duration_seconds_count\{method="GET",path="\/api\/v1\/orders\/\{id\}",status="401"\} 1$/m,
    );
  });

  it('keeps a log of webhook deliveries and queues a failed one again', async () => {
    const { body } = await sandbox.json('GET', '/api/v1/admin/webhooks/logs');
    const failed = body.data.find(({ status }: { status: string }) => status === 'failed');
    const retried = await sandbox.json('POST', `/api/v1/admin/webhooks/${failed.id}/retry`);
    assert.deepEqual([retried.status, retried.body.status], [202, 'queued']);
    assert.equal((await sandbox.json('POST', '/api/v1/admin/webhooks/none/retry')).status, 404);
    const viewer = { headers: { 'X-API-Key': 'sandbox-key-read-only' } };
    assert.equal((await sandbox.send('GET', '/api/v1/admin/webhooks/logs', viewer)).status, 403);
  });

  it('logs requests without their secrets', async () => {
    await sandbox.send('GET', `${ORDERS}?access_token=secret`, {
      headers: { 'X-API-Key': 'another-secret' },
    });
    assert.match(sandbox.log.join('\n'), /"GET \/api\/v1\/orders" 401/);
    assert.doesNotMatch(sandbox.log.join('\n'), /secret/);
  });
});

import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { RunningSandbox } from '../../running-sandbox';

const item = (product: string, quantity: number) => ({ product_id: product, quantity });
const order = (...items: object[]) => ({ customer_id: 'cus_1001', items });

interface Case {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
  readonly details?: unknown;
}

describe('sandbox, StateSet: errors by what really went wrong', () => {
  const sandbox = new RunningSandbox();
  before(() => sandbox.start());
  after(() => sandbox.stop());

  const cases: Record<string, Case> = {
    'a misspelt path': { method: 'GET', path: '/api/v1/order', status: 404, code: 'NOT_FOUND' },
    'a path without its prefix': { method: 'GET', path: '/orders', status: 404, code: 'NOT_FOUND' },
    'a trailing slash': { method: 'GET', path: '/api/v1/orders/', status: 404, code: 'NOT_FOUND' },
    'a path that is no valid percent-encoding': {
      method: 'GET',
      path: '/api/v1/orders/%E0%A4%A',
      status: 404,
      code: 'NOT_FOUND',
    },
    'an id that does not exist': {
      method: 'GET',
      path: '/api/v1/orders/ord_9',
      status: 404,
      code: 'NOT_FOUND',
    },
    'a method that the path has not': {
      method: 'PATCH',
      path: '/api/v1/orders',
      body: {},
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
    },
    'missing and wrong fields': {
      method: 'POST',
      path: '/api/v1/auth/register',
      body: { email: 'not-an-email', password: '123' },
      status: 400,
      code: 'VALIDATION_ERROR',
      details: {
        email: ['Email must be a valid email address'],
        password: ['Password must be at least 8 characters'],
      },
    },
    'wrong fields inside a list': {
      method: 'POST',
      path: '/api/v1/orders',
      body: order(item('prod_1001', 0), { product_id: 7 }),
      status: 400,
      code: 'VALIDATION_ERROR',
      details: {
        'items[0].quantity': ['Quantity must be at least 1'],
        'items[1].product_id': ['Product ID must be a string'],
        'items[1].quantity': ['Quantity is required'],
      },
    },
    'a body that is an array': {
      method: 'POST',
      path: '/api/v1/orders',
      body: [],
      status: 400,
      code: 'VALIDATION_ERROR',
      details: { body: ['Request body must be a JSON object'] },
    },
    'a reference to nothing': {
      method: 'POST',
      path: '/api/v1/orders',
      body: { ...order(item('prod_1001', 1)), customer_id: 'cus_9' },
      status: 400,
      code: 'VALIDATION_ERROR',
      details: { customer_id: ['Customer does not exist'] },
    },
    'a page before the first': {
      method: 'GET',
      path: '/api/v1/orders?page=0',
      status: 400,
      code: 'VALIDATION_ERROR',
      details: { page: ['Page must be an integer of at least 1'] },
    },
    "another customer's e-mail address": {
      method: 'POST',
      path: '/api/v1/customers',
      body: { email: 'user@example.com' },
      status: 409,
      code: 'DUPLICATE_ENTRY',
      details: { field: 'email', value: 'user@example.com' },
    },
    "another product's SKU": {
      method: 'PUT',
      path: '/api/v1/products/prod_1001',
      body: { sku: 'LAMP-OAK' },
      status: 409,
      code: 'DUPLICATE_ENTRY',
      details: { field: 'sku', value: 'LAMP-OAK' },
    },
    'a locked order': {
      method: 'PUT',
      path: '/api/v1/orders/ord_1002',
      body: { status: 'processing' },
      status: 423,
      code: 'RESOURCE_LOCKED',
      details: { resource: 'ord_1002', locked_by: 'warehouse-sync' },
    },
    'more than there is in stock': {
      method: 'POST',
      path: '/api/v1/orders',
      body: order(item('prod_1002', 4), item('prod_1002', 6)),
      status: 422,
      code: 'INSUFFICIENT_INVENTORY',
      details: { product_id: 'prod_1002', requested: 10, available: 5 },
    },
    'cancelling what was shipped': {
      method: 'PUT',
      path: '/api/v1/orders/ord_1003',
      body: { status: 'cancelled' },
      status: 422,
      code: 'INVALID_STATUS_TRANSITION',
      details: { from: 'shipped', to: 'cancelled', allowed: ['delivered'] },
    },
    'changing what was delivered': {
      method: 'PUT',
      path: '/api/v1/orders/ord_1004',
      body: { customer_id: 'cus_1002' },
      status: 422,
      code: 'ORDER_ALREADY_FULFILLED',
    },
    'deleting what was shipped': {
      method: 'DELETE',
      path: '/api/v1/orders/ord_1003',
      status: 422,
      code: 'ORDER_ALREADY_FULFILLED',
    },
    'a return after 45 days': {
      method: 'POST',
      path: '/api/v1/returns',
      body: { order_id: 'ord_1005', reason: 'too late' },
      status: 422,
      code: 'RETURN_WINDOW_EXPIRED',
    },
    'a return of what was not delivered': {
      method: 'POST',
      path: '/api/v1/returns',
      body: { order_id: 'ord_1001', reason: 'changed my mind' },
      status: 422,
      code: 'INVALID_STATUS_TRANSITION',
    },
    'a declined card': {
      method: 'POST',
      path: '/api/v1/payments',
      body: { order_id: 'ord_1001', amount: 24.9, payment_method: 'pm_card_declined' },
      status: 402,
      code: 'PAYMENT_FAILED',
    },
    'paying twice': {
      method: 'POST',
      path: '/api/v1/payments',
      body: { order_id: 'ord_1003', amount: 24.9, payment_method: 'pm_card' },
      status: 422,
      code: 'INVALID_STATUS_TRANSITION',
    },
  };
  for (const [name, { method, path, body, status, code, details }] of Object.entries(cases)) {
    it(`${name}: ${status} ${code}`, async () => {
      const answer = await sandbox.json(method, path, body);
      assert.equal(answer.status, status, answer.text);
      const { error } = answer.body;
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(error.request_id, answer.headers.get('x-request-id'));
      if (details) assert.deepEqual(error.details, details);
    });
  }

  it('lists the methods of a path in Allow', async () => {
    const { headers } = await sandbox.json('PATCH', '/api/v1/orders', {});
    assert.equal(headers.get('allow'), 'GET, HEAD, POST, OPTIONS');
  });

  it('takes back nothing from stock for an order that it refuses', async () => {
    await sandbox.json('POST', '/api/v1/orders', order(item('prod_1001', 1), item('prod_1002', 6)));
    const { body } = await sandbox.json('GET', '/api/v1/inventory?product_id=prod_1001');
    assert.equal(body.data[0].quantity, 5000);
  });

  const raw: [name: string, type: string | undefined, body: string, status: number, code: string][] = [
    ['text that is no JSON', 'application/json', '{"email": ', 400, 'VALIDATION_ERROR'],
    ['an empty body', 'application/json; charset=utf-8', '', 400, 'VALIDATION_ERROR'],
    ['a form', 'application/x-www-form-urlencoded', 'a=1', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['more than a mebibyte', 'application/json', `"${'x'.repeat(2 * 1024 ** 2)}"`, 413, 'PAYLOAD_TOO_LARGE'],
  ];
  for (const [name, type = '', body, status, code] of raw) {
    it(`${name}: ${status} ${code}`, async () => {
      const headers = { 'Content-Type': type, 'X-API-Key': 'sandbox-key-full-access' };
      const answer = await sandbox.send('POST', '/api/v1/customers', { headers, body });
      assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
    });
  }

  const DOCUMENTED: Record<string, number> = {
    INVALID_CREDENTIALS: 401,
    TOKEN_EXPIRED: 401,
    INVALID_TOKEN: 401,
    INSUFFICIENT_PERMISSIONS: 403,
    INVALID_API_KEY: 401,
    NOT_FOUND: 404,
    DUPLICATE_ENTRY: 409,
    VALIDATION_ERROR: 400,
    RESOURCE_LOCKED: 423,
    INSUFFICIENT_INVENTORY: 422,
    INVALID_STATUS_TRANSITION: 422,
    ORDER_ALREADY_FULFILLED: 422,
    RETURN_WINDOW_EXPIRED: 422,
    PAYMENT_FAILED: 402,
    INTERNAL_ERROR: 500,
    SERVICE_UNAVAILABLE: 503,
    RATE_LIMIT_EXCEEDED: 429,
    TIMEOUT: 504,
  };
  for (const [code, status] of Object.entries(DOCUMENTED)) {
    it(`gives ${status} ${code} on demand, by query or by header field`, async () => {
      const byQuery = await sandbox.send('GET', `/api/v1/orders?fault=${code}`);
      const byHeader = await sandbox.send('GET', '/api/v1/orders', { headers: { 'X-Sandbox-Fault': code } });
      for (const answer of [byQuery, byHeader]) {
        assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
      }
      assert.equal(byQuery.headers.has('www-authenticate'), status === 401 || status === 403);
      assert.equal(byQuery.headers.has('retry-after'), status === 429 || status === 503);
    });
  }

  it('names the faults that it knows to whoever asks for another', async () => {
    const { status, body } = await sandbox.send('GET', '/api/v1/orders?fault=nonsense');
    assert.equal(status, 400);
    assert.match(body.error.details.fault[0], /TOKEN_EXPIRED/);
  });
});

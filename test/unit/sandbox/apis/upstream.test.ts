import assert from 'node:assert/strict';
import { jwtDecode } from 'jwt-decode';
import { describe, it, before, after } from 'mocha';
import { KINDS } from '../../../../src/sandbox/apis/upstream/errors';
import { bearer, RunningSandbox, type Received } from '../running-sandbox';
import { itGivesErrorsOnDemand } from './errors-on-demand';

const HOUR = 60 * 60 * 1000;
const TOKEN = '/api/v1/auth/token/';
const INVOICES = '/api/v1/invoices/';

describe('sandbox, Upstream', () => {
  const sandbox = new RunningSandbox('upstream', {});
  let tokens: Record<string, string>;
  before(async () => {
    await sandbox.start();
    tokens = await sandbox.tokens();
  });
  after(() => sandbox.stop());

  const login = (username: string, password = 'sample-password-42'): Promise<Received> =>
    sandbox.json('POST', TOKEN, { username, password });
  const as = (name: string, method: string, path: string, body?: unknown): Promise<Received> =>
    sandbox.json(method, path, body, bearer(tokens[name]));

  itGivesErrorsOnDemand(
    sandbox,
    KINDS,
    (name) => name,
    (body) => body.error.code,
  );

  describe('tokens', () => {
    it('carry the claims of the documentation, for 1 hour and for 24', async () => {
      const { body } = await login('viewer@acme.example');
      for (const [type, hours] of [
        ['access', 1],
        ['refresh', 24],
      ] as const) {
        const { exp, iat, jti, ...claims } = jwtDecode<Record<string, number>>(body[type]);
        assert.deepEqual(claims, { token_type: type, user_id: 12, customer_id: 1, role: 'customer_viewer' });
        assert.equal((exp ?? 0) - (iat ?? 0), hours * 3600);
        assert.ok(jti);
      }
    });

    for (const [name, message] of Object.entries({
      expired: 'Token is expired',
      refresh: 'Token has wrong type',
      badSignature: 'Token is invalid',
      truncated: 'Token is invalid',
      algNone: 'Token is invalid',
    })) {
      it(`are refused as SimpleJWT refuses them: ${name}`, async () => {
        const { status, headers, body } = await as(name, 'GET', INVOICES);
        assert.equal(status, 401);
        assert.equal(headers.get('www-authenticate'), 'Bearer realm="api"');
        assert.deepEqual(body.error, {
          code: 'authentication_failed',
          message: 'Given token not valid for any token type',
          details: {
            detail: 'Given token not valid for any token type',
            code: 'token_not_valid',
            messages: [{ token_class: 'AccessToken', token_type: 'access', message }],
          },
        });
      });
    }

    it('of a user who is no longer active count no more', async () => {
      assert.equal((await as('inactive', 'GET', INVOICES)).body.error.details.code, 'user_inactive');
    });

    for (const [about, authorization] of [
      ['none', undefined],
      ['another scheme', 'Basic YTpi'],
      ['a scheme in lower case', 'bearer abc'],
      ['a token alone', 'abc'],
    ] as const) {
      it(`are missing where there is ${about}`, async () => {
        const headers: Record<string, string> = authorization ? { Authorization: authorization } : {};
        const { body } = await sandbox.send('GET', INVOICES, { headers });
        assert.equal(body.error.message, 'Authentication credentials were not provided.');
      });
    }

    it('are refreshed without a new refresh token, and verified', async () => {
      const { body } = await sandbox.json('POST', `${TOKEN}refresh/`, { refresh: tokens['refresh'] });
      assert.deepEqual(Object.keys(body), ['access']);
      const verified = await sandbox.json('POST', `${TOKEN}verify/`, { token: body.access });
      assert.deepEqual([verified.status, verified.body], [200, {}]);
    });

    for (const [name, message] of Object.entries({
      expiredRefresh: 'Token is expired',
      valid: 'Token has wrong type',
      badSignature: 'Token is invalid',
    })) {
      it(`are not refreshed by ${name}: ${message}`, async () => {
        const { status, body } = await sandbox.json('POST', `${TOKEN}refresh/`, { refresh: tokens[name] });
        assert.deepEqual([status, body.error.message], [401, message]);
      });
    }
  });

  describe('customers and roles', () => {
    it('are kept apart by 404, for one and for all of a list', async () => {
      assert.equal((await as('valid', 'GET', `${INVOICES}2001/`)).status, 404);
      assert.equal((await as('otherCustomer', 'GET', `${INVOICES}2001/`)).status, 200);
      assert.equal((await as('superuser', 'GET', `${INVOICES}2001/`)).status, 200);
      assert.equal((await as('otherCustomer', 'GET', INVOICES)).body.count, 1);
    });

    it('hide a foreign invoice from writes, too', async () => {
      assert.equal((await as('valid', 'DELETE', `${INVOICES}2001/`)).status, 404);
    });

    for (const [method, path] of [
      ['POST', INVOICES],
      ['PUT', `${INVOICES}1001/`],
      ['PATCH', `${INVOICES}1001/`],
      ['DELETE', `${INVOICES}1001/`],
      ['GET', '/api/v1/users/'],
    ] as const) {
      it(`a viewer gets 403 for ${method} ${path}`, async () => {
        const body = method === 'GET' || method === 'DELETE' ? undefined : {};
        const answer = await as('viewer', method, path, body);
        assert.deepEqual([answer.status, answer.body.error.code], [403, 'permission_denied']);
      });
    }

    it('a change cannot move an invoice to another customer', async () => {
      const { body } = await as('valid', 'PATCH', `${INVOICES}1002/`, { customer_id: 2, status: 'paid' });
      assert.deepEqual([body.customer_id, body.status], [1, 'paid']);
    });
  });

  describe('requests', () => {
    it('without the slash at the end are redirected where the path exists', async () => {
      const answer = await sandbox.send('POST', '/api/v1/auth/token?next=1', { redirect: 'manual' });
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, `${TOKEN}?next=1`]);
      assert.equal((await sandbox.send('GET', '/api/v1/nothing', { redirect: 'manual' })).status, 404);
    });

    it('with a method that the path has not need credentials first', async () => {
      assert.equal((await sandbox.json('PUT', INVOICES, {})).status, 401);
      const { status, headers, body } = await as('valid', 'PUT', INVOICES, {});
      assert.deepEqual([status, body.error.message], [405, 'Method "PUT" not allowed.']);
      assert.equal(headers.get('allow'), 'GET, HEAD, POST, OPTIONS');
    });

    it('name the fields that are wrong', async () => {
      const { status, body } = await as('valid', 'POST', INVOICES, {
        number: '',
        amount: -1,
        status: 'lost',
      });
      assert.equal(status, 400);
      assert.deepEqual(body.error.details, {
        number: ['This field may not be blank.'],
        amount: ['Ensure this value is greater than or equal to 0.'],
        status: ['Not a valid choice. Choose one of: open, paid, void.'],
      });
    });

    it('name the rows of an upload', async () => {
      const rows = [{ number: 'INV-1', amount: 1 }, { number: 'INV-2' }, 'x'];
      const { body } = await as('valid', 'POST', '/api/v1/uploads/', { rows });
      assert.deepEqual(body.error.details, {
        'rows[1].amount': ['This field is required.'],
        'rows[2]': ['Expected a dictionary of items.'],
      });
    });

    it('are numbered and timed', async () => {
      const { headers } = await sandbox.send('GET', '/api/v1/nothing/');
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f]{32}$/);
      assert.match(headers.get('x-request-duration-ms') ?? '', /^\d+\.\d\d$/);
    });

    it('that fail inside tell nothing of it, and leave a trace in the log', async () => {
      const { status, headers, body } = await as('valid', 'GET', '/api/v1/reports/2/');
      assert.equal(status, 500);
      assert.deepEqual(body.error, {
        code: 'internal_server_error',
        message: 'An unexpected error occurred. Please try again later.',
        details: {},
      });
      const id = headers.get('x-request-id') ?? 'none';
      assert.ok(sandbox.log.some((line) => line.startsWith(id) && line.includes('TypeError')));
    });

    it('page through a list by the links in it', async () => {
      const seen: number[] = [];
      let next: string | null = `${sandbox.origin}${INVOICES}?page_size=12`;
      while (next) {
        const { body } = await as('superuser', 'GET', next.slice(sandbox.origin.length));
        seen.push(...body.results.map(({ id }: { id: number }) => id));
        next = body.next;
      }
      assert.equal(new Set(seen).size, seen.length);
      assert.ok(seen.includes(2001));
    });
  });

  describe('throttles', () => {
    it('count failed logins of a user: 5 an hour', async () => {
      const attempt = (): Promise<Received> => login('admin@globex.example', 'guess');
      for (let i = 0; i < 5; i += 1) assert.equal((await attempt()).status, 401);
      const refused = await attempt();
      assert.deepEqual([refused.status, refused.body.error.details], [429, { wait_seconds: 3600 }]);
      assert.equal((await login('admin@globex.example')).status, 429);
      assert.equal((await login('admin@acme.example')).status, 200);
      sandbox.now += HOUR;
      assert.equal((await login('admin@globex.example')).status, 200);
      tokens = await sandbox.tokens();
    });

    it('count reports by themselves: 10 an hour', async () => {
      const report = (): Promise<Received> => as('superuser', 'POST', '/api/v1/reports/', { type: 'aging' });
      for (let i = 0; i < 10; i += 1) assert.equal((await report()).status, 202);
      sandbox.now += 600_000;
      const { status, headers, body } = await report();
      assert.equal(status, 429);
      assert.equal(body.error.message, 'Request was throttled. Expected available in 3000 seconds.');
      assert.equal(headers.get('retry-after'), '3000');
      assert.equal((await as('superuser', 'GET', INVOICES)).status, 200);
    });
  });
});

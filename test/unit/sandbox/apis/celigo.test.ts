import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { KINDS } from '../../../../src/sandbox/apis/celigo/errors';
import { IDS } from '../../../../src/sandbox/apis/celigo/seed';
import { bearer, RunningSandbox } from '../running-sandbox';
import { itGivesErrorsOnDemand } from './errors-on-demand';

describe('sandbox, Celigo', () => {
  const sandbox = new RunningSandbox('celigo', bearer('celigo-sandbox-key-manage'));
  before(() => sandbox.start());
  after(() => sandbox.stop());

  const { orders, leads, connections } = IDS;
  const errorsPath = `/v1/flows/${orders.flow}/imports/${orders.import}/errors`;

  itGivesErrorsOnDemand(
    sandbox,
    KINDS,
    (name) => name,
    (body) => body.errors[0].code,
  );

  for (const [name, status] of Object.entries({
    manage: 200,
    monitor: 200,
    oneIntegration: 200,
    disabled: 401,
    production: 401,
  })) {
    it(`answers the key ${name} with ${status}`, async () => {
      const key = (await sandbox.tokens())[name];
      assert.equal((await sandbox.send('GET', '/v1/flows', { headers: bearer(key) })).status, status);
    });
  }

  it('challenges a request without a key', async () => {
    const { headers } = await sandbox.send('GET', '/v1/flows');
    assert.equal(headers.get('www-authenticate'), 'Bearer realm="integrator.io"');
  });

  it('lets monitors read and ping, and nothing else', async () => {
    const monitor = bearer('celigo-sandbox-key-monitor');
    const status = async (method: string, path: string): Promise<number> =>
      (await sandbox.json(method, path, method === 'PUT' ? {} : undefined, monitor)).status;
    assert.equal(await status('GET', `/v1/flows/${orders.flow}`), 200);
    assert.equal(await status('POST', `/v1/connections/${connections.netsuite}/ping`), 200);
    assert.equal(await status('PUT', `/v1/flows/${orders.flow}`), 403);
    assert.equal(await status('DELETE', `/v1/flows/${orders.flow}`), 403);
    assert.equal(await status('PUT', '/v1/state/cursor'), 403);
  });

  it('shows a key of one integration only what belongs to it', async () => {
    const key = bearer('celigo-sandbox-key-one-integration');
    const { body } = await sandbox.json('GET', '/v1/flows', undefined, key);
    assert.ok(body.every((flow: { _integrationId: string }) => flow._integrationId === orders.integration));
    assert.equal((await sandbox.json('POST', `/v1/flows/${leads.flow}/run`, undefined, key)).status, 403);
  });

  it('leads through all pages by the Link header', async () => {
    const ids = new Set<string>();
    let path: string | undefined = '/v1/jobs?limit=20&status=completed';
    while (path) {
      const { body, headers } = await sandbox.json('GET', path);
      for (const job of body) ids.add(job._id);
      path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    assert.equal(ids.size, 45);
  });

  for (const query of ['limit=0', 'limit=1001', 'limit=ten', 'limit=-1', 'after=nothing']) {
    it(`refuses ?${query}`, async () => {
      const { status, body } = await sandbox.json('GET', `/v1/jobs?${query}`);
      assert.deepEqual([status, body.errors[0].code], [400, 'bad_request']);
    });
  }

  it('answers an empty list with 204 and no body', async () => {
    const { status, text } = await sandbox.json('GET', '/v1/connections?type=rdbms');
    assert.deepEqual([status, text], [204, '']);
  });

  it('refuses to run a flow that is running', async () => {
    const path = `/v1/flows/${orders.flow}/run`;
    assert.equal((await sandbox.json('POST', path)).status, 202);
    assert.equal((await sandbox.json('POST', path)).status, 409);
    sandbox.now += 11_000;
    assert.equal((await sandbox.json('POST', path)).status, 202);
  });

  it('runs a disabled flow once it is enabled', async () => {
    const path = `/v1/flows/${orders.disabledFlow}`;
    const refused = await sandbox.json('POST', `${path}/run`);
    assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'disabled']);
    await sandbox.json('PUT', path, { disabled: false });
    assert.equal((await sandbox.json('POST', `${path}/run`)).status, 202);
  });

  it('lists an error of each documented type and keeps the record of each', async () => {
    const { body } = await sandbox.json('GET', errorsPath);
    const codes = body.errors.map(({ code }: { code: string }) => code);
    assert.deepEqual(codes, [
      'FIELD_VALIDATION_ERROR',
      'DUPLICATE_RECORD',
      'CONNECTION_ERROR',
      'LOOKUP_NOT_FOUND',
    ]);
    for (const { retryDataKey } of body.errors) {
      assert.equal((await sandbox.json('GET', `${errorsPath}/${retryDataKey}`)).status, 200);
    }
    assert.equal((await sandbox.json('GET', `${errorsPath}/r99`)).status, 404);
    const noErrors = `/v1/flows/${orders.flow}/imports/${orders.customerImport}/errors`;
    assert.deepEqual((await sandbox.json('GET', noErrors)).body, { errors: [] });
  });

  it('names each field that is wrong in an error of its own', async () => {
    const { status, body } = await sandbox.json('POST', '/v1/connections', { type: 7 });
    assert.equal(status, 422);
    assert.deepEqual(body.errors, [
      { code: 'validation_error', field: 'name', message: 'name is required' },
      { code: 'validation_error', field: 'type', message: 'type must be a string' },
    ]);
  });

  it('deletes a connection that nothing uses', async () => {
    const path = `/v1/connections/${connections.unused}`;
    assert.equal((await sandbox.json('DELETE', path)).status, 204);
    assert.equal((await sandbox.json('GET', path)).status, 404);
  });

  it('stops logging when the debug time of a connection is over', async () => {
    const path = `/v1/connections/${connections.netsuite}/debuglog`;
    assert.match((await sandbox.json('GET', path)).text, /FIELD_VALIDATION_ERROR/);
    sandbox.now += 2 * 60 * 60 * 1000;
    assert.equal((await sandbox.json('GET', path)).status, 204);
  });

  it('keeps values by key', async () => {
    await sandbox.json('PUT', '/v1/state/cursor', { page: 3 });
    assert.deepEqual((await sandbox.json('GET', '/v1/state/cursor')).body, { page: 3 });
    assert.ok((await sandbox.json('GET', '/v1/state')).body.keys.includes('cursor'));
    assert.equal((await sandbox.json('DELETE', '/v1/state/cursor')).status, 204);
    assert.equal((await sandbox.json('GET', '/v1/state/cursor')).status, 404);
  });

  it('lets a shared key through again when its minute is over', async () => {
    const key = bearer('celigo-sandbox-key-shared');
    const refused = await sandbox.send('GET', '/v1/flows', { headers: key });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
    sandbox.now += Number(refused.headers.get('retry-after')) * 1000;
    assert.equal((await sandbox.send('GET', '/v1/flows', { headers: key })).status, 200);
  });
});

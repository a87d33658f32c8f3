import assert from 'node:assert/strict';
import { jwtDecode } from 'jwt-decode';
import { describe, it, before, after } from 'mocha';
import { KINDS } from '../../../../src/sandbox/apis/dumont/errors';
import { bearer, RunningSandbox, type Received } from '../running-sandbox';
import { itGivesErrorsOnDemand } from './errors-on-demand';

const HOUR = 60 * 60 * 1000;

describe('sandbox, Dumont', () => {
  const sandbox = new RunningSandbox('dumont', {});
  before(() => sandbox.start());
  after(() => sandbox.stop());

  const login = (username: string, more: object = {}): Promise<Received> =>
    sandbox.json('POST', '/api/v1/auth/login', { username, password: 'senha-de-exemplo', ...more });
  const as = async (username: string): Promise<Record<string, string>> =>
    bearer((await login(username)).body.access_token);
  const detailOf = async (
    method: string,
    path: string,
    who = 'user@email.com',
    body?: object,
  ): Promise<[number, unknown]> => {
    const answer = await sandbox.json(method, path, body, await as(who));
    return [answer.status, answer.body.detail];
  };

  itGivesErrorsOnDemand(
    sandbox,
    KINDS,
    (_, { details, message }) => details ?? message,
    (body) => body.detail,
  );

  for (const [name, detail] of Object.entries({
    expired: 'Token has expired',
    badSignature: 'Could not validate credentials',
    truncated: 'Could not validate credentials',
    algNone: 'Could not validate credentials',
  })) {
    it(`refuses the token ${name}: ${detail}`, async () => {
      const headers = bearer((await sandbox.tokens())[name]);
      const answer = await sandbox.send('GET', '/api/v1/auth/me', { headers });
      assert.deepEqual([answer.status, answer.body], [401, { detail }]);
      assert.match(answer.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
    });
  }

  for (const [remember_me, hours] of [
    [false, 24],
    [true, 7 * 24],
  ] as const) {
    it(`gives a token of ${hours} hours with remember_me: ${remember_me}`, async () => {
      const { body } = await login('user@email.com', { remember_me });
      const { iat = 0, exp = 0 } = jwtDecode(body.access_token);
      assert.equal(exp - iat, hours * 3600);
      const before = sandbox.now;
      const me = (): Promise<Received> =>
        sandbox.send('GET', '/api/v1/auth/me', { headers: bearer(body.access_token) });
      sandbox.now = before + hours * HOUR - 1000;
      assert.equal((await me()).status, 200);
      sandbox.now = before + hours * HOUR;
      assert.equal((await me()).body.detail, 'Token has expired');
    });
  }

  it('reports fields as FastAPI does', async () => {
    const { status, body } = await sandbox.json('POST', '/api/v1/auth/login', { password: 1 });
    assert.equal(status, 422);
    assert.deepEqual(body.detail, [
      { type: 'missing', loc: ['body', 'username'], msg: 'Field required', input: { password: 1 } },
      { type: 'string_type', loc: ['body', 'password'], msg: 'Input should be a valid string', input: 1 },
    ]);
  });

  it('reports a body that is no JSON as FastAPI does', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const { status, body } = await sandbox.send('POST', '/api/v1/auth/login', { headers, body: '{' });
    assert.deepEqual([status, body.detail[0].type], [422, 'json_invalid']);
  });

  it('hides the instances of others, also from their lists', async () => {
    assert.deepEqual(await detailOf('GET', '/api/v1/instances/201'), [404, 'Instance not found']);
    const { body } = await sandbox.json('GET', '/api/v1/instances', undefined, await as('free@email.com'));
    assert.deepEqual(
      body.instances.map(({ id }: { id: number }) => id),
      [201, 202],
    );
  });

  it('forgets an instance that was destroyed', async () => {
    const headers = await as('user@email.com');
    assert.equal((await sandbox.json('DELETE', '/api/v1/instances/128', undefined, headers)).status, 204);
    assert.deepEqual(await detailOf('GET', '/api/v1/instances/128'), [404, 'Instance not found']);
  });

  it('starts an instance once', async () => {
    const headers = await as('user@email.com');
    const path = '/api/v1/instances/126/start';
    assert.equal((await sandbox.json('POST', path, undefined, headers)).body.status, 'starting');
    assert.equal((await sandbox.json('POST', path, undefined, headers)).status, 409);
  });

  it('has a warm pool ready once it was provisioned', async () => {
    const headers = await as('user@email.com');
    const status = '/api/v1/warmpool/status/123';
    assert.equal((await sandbox.json('GET', status, undefined, headers)).status, 409);
    const body = { machine_id: 123, host_machine_id: 88888 };
    assert.equal((await sandbox.json('POST', '/api/v1/warmpool/provision', body, headers)).status, 202);
    assert.equal((await sandbox.json('GET', status, undefined, headers)).body.ready, true);
  });

  it('shows failover settings once the CPU standby is enabled', async () => {
    const headers = await as('user@email.com');
    const path = '/api/v1/failover/settings/machines/124';
    assert.equal((await sandbox.json('GET', path, undefined, headers)).status, 409);
    await sandbox.json('POST', `${path}/enable-cpu-standby`, undefined, headers);
    assert.equal((await sandbox.json('GET', path, undefined, headers)).body.cpu_standby, true);
  });

  it('blames the credentials of the cloud storage', async () => {
    assert.deepEqual(await detailOf('POST', '/api/v1/instances/301/snapshots', 'enterprise@email.com'), [
      500,
      'Snapshot failed: invalid cloud storage credentials',
    ]);
  });

  it('names every answer, or takes the name that the client gives', async () => {
    assert.match((await sandbox.send('GET', '/nowhere')).headers.get('x-request-id') ?? '', /^req_\w{16}$/);
    const headers = { 'X-Request-ID': 'my-request.1' };
    assert.equal(
      (await sandbox.send('GET', '/health', { headers })).headers.get('x-request-id'),
      'my-request.1',
    );
  });

  describe('limits', () => {
    const requests = async (token: string | undefined, count: number): Promise<Received[]> => {
      const sent: Received[] = [];
      for (let i = 0; i < count; i += 1) {
        sent.push(await sandbox.send('GET', '/api/v1/balance', { headers: bearer(token) }));
      }
      return sent;
    };

    it('allows Free 30 a minute, and says in epoch seconds when to come back', async () => {
      sandbox.now += HOUR;
      const { free } = await sandbox.tokens();
      const answers = await requests(free, 31);
      assert.equal(
        answers.findIndex(({ status }) => status === 429),
        30,
      );
      const refused = answers[30]?.headers;
      assert.equal(refused?.get('x-ratelimit-limit'), '30');
      assert.equal(refused?.get('x-ratelimit-remaining'), '0');
      assert.equal(refused?.get('x-ratelimit-reset'), String(sandbox.now / 1000 + 60));
      assert.equal(refused?.get('retry-after'), null);
      sandbox.now += 60_000;
      assert.equal((await requests(free, 1))[0]?.status, 200);
    });

    it('allows Free 500 an hour', async () => {
      sandbox.now += HOUR;
      const { free } = await sandbox.tokens();
      for (let minute = 0; minute < 16; minute += 1) {
        await requests(free, 30);
        sandbox.now += 60_000;
      }
      const answers = await requests(free, 21);
      assert.equal(answers.filter(({ status }) => status === 200).length, 20);
      const reset = Number(answers[20]?.headers.get('x-ratelimit-reset'));
      assert.equal(reset - sandbox.now / 1000, 44 * 60);
    });

    it('leaves the health check out', async () => {
      const { headers } = await sandbox.send('GET', '/health');
      assert.equal(headers.get('x-ratelimit-limit'), null);
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it, before, after } from 'mocha';
import { bearer, RunningSandbox } from '../running-sandbox';

describe('sandbox: scripted faults', () => {
  const sandbox = new RunningSandbox();
  before(() => sandbox.start());
  after(() => sandbox.stop());

  const script = (key: string, steps: unknown) => sandbox.json('PUT', `/_sandbox/faults/${key}`, steps);
  const call = (key: string) => sandbox.send('GET', `/_sandbox/faulty/${key}`);
  const report = async (key: string) => (await sandbox.send('GET', `/_sandbox/faults/${key}`)).body;

  it('plays its steps in their order, then repeats the last one', async () => {
    await script('order', [
      { status: 503 },
      { status: 429, headers: { 'Retry-After': '1' } },
      { status: 200 },
    ]);
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await call('order'));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [503, 429, 200, 200],
    );
    assert.equal(answers[1]?.headers.get('retry-after'), '1');
  });

  it('plays a step several times', async () => {
    await script('times', [{ status: 503, times: 2 }, { status: 200 }]);
    assert.deepEqual(
      [(await call('times')).status, (await call('times')).status, (await call('times')).status],
      [503, 503, 200],
    );
  });

  it('reports what it received, with tokens, keys and bodies as they were sent', async () => {
    await script('record', [{ status: 201 }]);
    await sandbox.send('POST', '/_sandbox/faulty/record/v1/things?x=1', {
      headers: { Authorization: 'Bearer abc', 'Idempotency-Key': 'k1' },
      body: 'hello',
    });
    const { requests, played, steps } = await report('record');
    assert.deepEqual([requests.length, played, steps], [1, 1, 1]);
    const [{ method, path, headers, body, at, step }] = requests;
    assert.deepEqual([method, path, body, at, step], ['POST', '/v1/things?x=1', 'hello', sandbox.now, 0]);
    assert.deepEqual([headers.authorization, headers['idempotency-key']], ['Bearer abc', 'k1']);
  });

  it('hands requests on to the API once it is over, so that it serves as a base URL', async () => {
    const { valid } = await sandbox.tokens();
    await script('base', [{ status: 503 }, { pass: true }, { reset: true }]);
    const get = () =>
      sandbox.send('GET', '/_sandbox/faulty/base/api/v1/orders?limit=1', { headers: bearer(valid) });
    assert.equal((await get()).status, 503);
    assert.equal((await get()).body.pagination.limit, 1);
    await assert.rejects(get());
    assert.equal((await get()).status, 200);
  });

  it('starts anew when it is set again, and ends when it is deleted', async () => {
    await script('anew', [{ status: 500 }]);
    await call('anew');
    await script('anew', [{ status: 200 }]);
    assert.equal((await report('anew')).requests.length, 0);
    assert.equal((await sandbox.send('DELETE', '/_sandbox/faults/anew')).status, 204);
    assert.equal((await call('anew')).status, 404);
  });

  it('sends Retry-After as a date, by its own clock', async () => {
    await script('date', [{ status: 503, retryAfterDate: 2 }]);
    const { headers } = await call('date');
    assert.equal(Date.parse(headers.get('retry-after') ?? ''), sandbox.now + 2000);
  });

  it('sends bodies as they are, or as JSON', async () => {
    await script('bodies', [
      { body: '<html>' },
      { body: { a: 1 }, headers: { 'Content-Type': 'application/problem+json' } },
    ]);
    assert.equal((await call('bodies')).text, '<html>');
    const second = await call('bodies');
    assert.deepEqual(second.body, { a: 1 });
    assert.equal(second.headers.get('content-type'), 'application/problem+json');
  });

  for (const [name, steps, problem] of [
    ['no array', { status: 200 }, /array/],
    ['an empty array', [], /array/],
    ['an unknown key', [{ stauts: 200 }], /unknown key "stauts"/],
    ['a property of Object', [{ constructor: 1 }], /unknown key "constructor"/],
    ['an impossible status', [{ status: 20 }], /"status"/],
    ['a header field that cannot be sent', [{ headers: { a: 'b\r\nc' } }], /"headers"/],
    ['an endless delay', [{ delay: 1e12 }], /"delay"/],
  ] as const) {
    it(`refuses a script with ${name}`, async () => {
      const answer = await script('bad', steps);
      assert.equal(answer.status, 400);
      assert.match(answer.body.problem, problem);
    });
  }
});

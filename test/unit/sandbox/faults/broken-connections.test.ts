import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, it, beforeEach, afterEach } from 'mocha';
import { RunningSandbox } from '../running-sandbox';

const codeOf = (error: unknown): unknown => (error as { cause?: { code?: unknown } }).cause?.code;

describe('sandbox: broken connections', () => {
  const sandbox = new RunningSandbox();
  beforeEach(() => sandbox.start());
  afterEach(() => sandbox.stop());

  it('resets the connection', async () => {
    for (const path of ['/_sandbox/reset', '/api/v1/orders?fault=reset']) {
      await assert.rejects(sandbox.send('GET', path), (error) => codeOf(error) === 'ECONNRESET');
    }
  });

  it('never answers, and close() ends the client that waits', async () => {
    const waiting = Promise.allSettled([
      sandbox.send('GET', '/_sandbox/hang'),
      sandbox.send('GET', '/_sandbox/slow?ms=60000'),
    ]);
    while (sandbox.log.length < 2) await new Promise(setImmediate);
    await sandbox.stop();
    assert.deepEqual(
      (await waiting).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });

  it('close() also ends a connection on which nothing was sent', async () => {
    const socket = connect(sandbox.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.resume();
    const ended = once(socket, 'close');
    await sandbox.stop();
    await ended;
  });

  it('answers late', async () => {
    const startedAt = performance.now();
    assert.equal((await sandbox.send('GET', '/_sandbox/slow?ms=50')).status, 200);
    assert.ok(performance.now() - startedAt >= 45);
  });

  it('cuts a body short of its Content-Length', async () => {
    const response = await fetch(`${sandbox.origin}/_sandbox/truncated`);
    assert.ok(Number(response.headers.get('content-length')) > 0);
    await assert.rejects(response.text());
  });

  it('sends a body drop by drop', async () => {
    await sandbox.json('PUT', '/_sandbox/faults/drip', [{ body: 'abcdef', drip: { bytes: 2, everyMs: 1 } }]);
    assert.equal((await sandbox.send('GET', '/_sandbox/faulty/drip')).text, 'abcdef');
  });

  it('sends as many bytes as are asked for', async () => {
    assert.equal((await sandbox.send('GET', '/_sandbox/big?bytes=1000001')).text.length, 1_000_001);
  });

  it('sends little that unpacks to much', async () => {
    const response = await fetch(`${sandbox.origin}/_sandbox/gzip-bomb?bytes=3000000`);
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.equal((await response.arrayBuffer()).byteLength, 3_000_000);
  });

  it("answers with a gateway's HTML page", async () => {
    const answer = await sandbox.send('GET', '/api/v1/orders?fault=bad-gateway');
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [502, 'text/html']);
  });

  it('survives clients that go away', async () => {
    const leaving = AbortSignal.timeout(20);
    await assert.rejects(sandbox.send('GET', '/_sandbox/big?bytes=1e9', { signal: leaving }));
    assert.equal((await sandbox.send('GET', '/health')).status, 200);
    assert.deepEqual(
      sandbox.log.filter((line) => line.includes('broken answer')),
      [],
    );
  });
});

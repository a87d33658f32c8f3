import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { startSandbox } from '../../../src/sandbox/index';

describe('startSandbox', () => {
  it('listens on a free loopback port and frees it again', async () => {
    const first = await startSandbox();
    assert.equal(first.origin, `http://127.0.0.1:${first.port}`);
    await first.close();
    const second = await startSandbox({ port: first.port });
    assert.equal(second.port, first.port);
    await second.close();
  });

  it('rejects where the port is taken', async () => {
    const first = await startSandbox();
    await assert.rejects(startSandbox({ port: first.port }), { code: 'EADDRINUSE' });
    await first.close();
  });

  it('keeps the state of two sandboxes apart', async () => {
    const sandboxes = await Promise.all([startSandbox(), startSandbox()]);
    const [first, second] = sandboxes;
    const headers = { 'X-API-Key': 'sandbox-key-full-access' };
    await fetch(`${first?.origin}/api/v1/orders/ord_1001`, { method: 'DELETE', headers });
    assert.equal((await fetch(`${second?.origin}/api/v1/orders/ord_1001`, { headers })).status, 200);
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
  });

  it('can be closed twice', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    await sandbox.close();
  });
});

import assert from 'node:assert/strict';
import type { Failure } from '../../../../src/core/exchange/exchange';
import { otherLoopback } from '../../../../src/http/transport/other-loopback';
import { closedPort, startBareServer } from '../servers';

const refused = (...addresses: string[]): Failure => ({
  code: 'ECONNREFUSED',
  message: '',
  chain: addresses.map((address) => ({ name: 'Error', message: '', address })),
});
const signal = new AbortController().signal;

describe('the other loopback address', () => {
  it('takes connections where the server is bound to it', async () => {
    const server = await startBareServer((socket) => socket.end());
    const found = await otherLoopback(new URL(`http://[::1]:${server.port}/`), refused('::1'), signal);
    assert.deepEqual(found, { otherLoopback: { address: '127.0.0.1', listens: true } });
    await server.close();
  });
  it('refuses where nothing listens', async () => {
    const found = await otherLoopback(
      new URL(`http://localhost:${await closedPort()}/`),
      refused('::1'),
      signal,
    );
    assert.deepEqual(found, { otherLoopback: { address: '127.0.0.1', listens: false } });
  });
  for (const [what, url, failure] of [
    ['both were tried', 'http://localhost:9/', refused('::1', '127.0.0.1')],
    ['another host was meant', 'http://shop.example:9/', refused('::1')],
    ['it was no refusal', 'http://localhost:9/', { ...refused('::1'), code: 'ECONNRESET' }],
  ] as const) {
    it(`is not asked where ${what}`, async () =>
      assert.deepEqual(await otherLoopback(new URL(url), failure, signal), {}));
  }
});

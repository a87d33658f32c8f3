import assert from 'node:assert/strict';
import { connectOnly } from '../../../../src/http/probes/connect-only';
import { startBareServer } from '../servers';

describe('connecting without sending', () => {
  const options = (port: number, tls = false, signal = new AbortController().signal) => ({
    host: '127.0.0.1',
    port,
    tls,
    timeoutMs: 100,
    signal,
  });

  it('tells the address, sends nothing and closes', async () => {
    let received = '';
    const server = await startBareServer((socket) =>
      socket.on('data', (bytes) => (received += bytes.toString())),
    );
    try {
      const closed = server.nextClose();
      const { connection } = await connectOnly(options(server.port));
      assert.equal(connection?.remoteAddress, '127.0.0.1');
      await closed;
      assert.equal(received, '');
    } finally {
      await server.close();
    }
  });

  it('gives up on a server that never shakes hands', async () => {
    const server = await startBareServer(() => {});
    try {
      const { failure } = await connectOnly(options(server.port, true));
      assert.equal(failure?.code, 'ETIMEDOUT');
      assert.equal(failure.phase, 'tls');
    } finally {
      await server.close();
    }
  });

  it('says why there is no connection', async () => {
    assert.equal((await connectOnly(options(4))).failure?.code, 'ECONNREFUSED');
  });

  it('leaves no socket behind when it is cancelled', async () => {
    const server = await startBareServer(() => {});
    try {
      const controller = new AbortController();
      const arrived = server.nextArrival();
      const closed = server.nextClose();
      const made = connectOnly({ ...options(server.port, true, controller.signal), timeoutMs: 10_000 });
      await arrived;
      controller.abort(new Error('cancelled'));
      await assert.rejects(made, /cancelled/);
      await closed;
    } finally {
      await server.close();
    }
  });
});

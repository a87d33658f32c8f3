import assert from 'node:assert/strict';
import { mentionsIn } from '../../src/core/recognize/recognize';
import { skipBecause } from '../reporting/skip-because';
import { type Nginx, nginxPath, startNginx } from './nginx-server';
import { shippedIndex } from './shipped-knowledge';

describe('A real nginx', () => {
  let nginx: Nginx;

  before(async function () {
    if (!nginxPath) return skipBecause(this, 'nginx is not installed');
    nginx = await startNginx(nginxPath);
  });
  after(() => nginx?.close());

  it('has each status of its access log found, and nothing else in it', async () => {
    const requests: [path: string, init: RequestInit, status: number][] = [
      ['/', {}, 200],
      ['/nowhere', {}, 404],
      ['/status/404', {}, 200],
      ['/private', {}, 401],
      ['/limited', {}, 200],
      ['/limited?page=503', {}, 429],
      ['/dead', {}, 502],
      ['/upload', { method: 'POST', body: 'x'.repeat(4096) }, 413],
      ['/', { method: 'POST' }, 405],
    ];
    for (const [path, init, status] of requests) {
      const response = await fetch(nginx.origin + path, {
        ...init,
        headers: { connection: 'close', 'user-agent': 'test/404 (500)' },
      });
      assert.equal(response.status, status, path);
      await response.text();
    }
    const lines = nginx.accessLog().trim().split('\n');
    const found = lines.map((line) => mentionsIn(line, shippedIndex(), 'log').map(({ status }) => status));
    assert.deepEqual(
      found,
      requests.map(([, , status]) => [status]),
      lines.join('\n'),
    );
  });
});

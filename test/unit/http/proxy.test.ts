import { strict as assert } from 'node:assert';
import * as net from 'node:net';
import { bypassesProxy } from '../../../src/http/engine/proxy-bypass';
import { makeCertificate } from './certificates';
import { closedPort, startBareServer, startServer } from './servers';
import { failureOf, responseOf, transmit } from './transport/sending';

describe('proxy', () => {
  const PROXY = 'http://proxy.example:3128';
  const cases: [url: string, noProxy: string | undefined, bypassed: boolean][] = [
    ['https://api.example/', undefined, false],
    ['https://localhost:8080/', undefined, true],
    ['https://127.0.0.1/', undefined, true],
    ['https://api.example/', 'api.example', true],
    ['https://a.api.example/', 'other, .api.example', true],
    ['https://notapi.example/', 'api.example', false],
    ['https://api.example:8443/', 'api.example:8443', true],
    ['https://api.example:8443/', 'api.example:443', false],
    ['https://api.example/', '*', true],
  ];
  for (const [url, noProxy, bypassed] of cases) {
    it(`of the environment is ${bypassed ? 'bypassed' : 'used'} for ${url} with NO_PROXY=${noProxy ?? ''}`, () => {
      assert.equal(bypassesProxy(PROXY, url, { https_proxy: PROXY, NO_PROXY: noProxy }), bypassed);
      assert.equal(
        bypassesProxy('http://named.example', url, { https_proxy: PROXY, NO_PROXY: noProxy }),
        false,
      );
    });
  }

  it('forwards a plain request that names it', async () => {
    const proxy = await startServer((request, response) => response.end(`proxied ${request.url}`));
    const transmission = await transmit({ url: 'http://api.example/x', proxy: proxy.origin });
    assert.equal(responseOf(transmission).body.text, 'proxied http://api.example/x');
    assert.equal(transmission.connection?.proxy, proxy.origin);
    await proxy.close();
  });

  it('tunnels TLS, and its certificate is seen through it', async () => {
    const server = await startServer((_request, response) => response.end('ok'), await makeCertificate({}));
    const proxy = await startBareServer((socket) => {
      socket.once('data', () => {
        const upstream = net.connect(server.port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on('error', () => socket.destroy());
      });
    });
    const transmission = await transmit({
      url: server.origin,
      proxy: proxy.origin,
      verifyCertificate: false,
    });
    assert.equal(responseOf(transmission).body.text, 'ok');
    assert.equal(transmission.connection?.tls?.chain[0]?.subject, 'CN=localhost');
    await Promise.all([server.close(), proxy.close()]);
  });

  for (const secure of [false, true])
    it(`of SOCKS leads ${secure ? 'TLS' : 'a plain request'} to the server`, async () => {
      const server = await startServer(
        (_request, response) => response.end('ok'),
        secure ? await makeCertificate({}) : undefined,
      );
      // RFC 1928: a greeting, then where to connect to.
      const proxy = await startBareServer((socket) => {
        socket.once('data', () => {
          socket.write(Buffer.from([5, 0]));
          socket.once('data', (asked: Buffer) => {
            const upstream = net.connect(asked.readUInt16BE(asked.length - 2), '127.0.0.1', () => {
              socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
              upstream.pipe(socket).pipe(upstream);
            });
            upstream.on('error', () => socket.destroy());
          });
        });
      });
      const transmission = await transmit({
        url: server.origin,
        proxy: `socks5h://127.0.0.1:${proxy.port}`,
        verifyCertificate: false,
      });
      assert.equal(responseOf(transmission).body.text, 'ok');
      await Promise.all([server.close(), proxy.close()]);
    });

  it('that is not there is a refused connection', async () => {
    const transmission = await transmit({
      url: 'http://api.example/',
      proxy: `http://127.0.0.1:${await closedPort()}`,
    });
    assert.equal(failureOf(transmission).code, 'ECONNREFUSED');
  });
});

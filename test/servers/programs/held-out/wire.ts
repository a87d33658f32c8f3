import { gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import type { ServerOptions } from 'node:https';
import { makeAuthority, makeCertificate } from '../../../unit/http/certificates';
import { startBareServer, startServer } from '../../../unit/http/servers';
import type { Group } from '../../group';
import { trusting } from './trusting';

const day = 86_400_000;
const json = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** What each server puts on the wire once a request has come; it hangs up where the text is all. */
const said: Record<string, string | Buffer> = {
  badChunk: `${json}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\nzz\r\n1}\r\n0\r\n\r\n`,
  cutChunk: `${json}Transfer-Encoding: chunked\r\n\r\n9\r\n{"data":[\r\n`,
  midHeader: 'HTTP/1.1 200 OK\r\nContent-Type: appli',
  noHeader: 'HTTP/1.1 200 OK\r\n',
  extra: `${json}Content-Length: 8\r\n\r\n{"id":7}{"id":8}`,
  twoLengths: `${json}Content-Length: 8\r\nContent-Length: 9\r\n\r\n{"id":7}`,
  lengthAndChunks: `${json}Content-Length: 8\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"id":7}\r\n0\r\n\r\n`,
  notGzip: `${json}Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\n{"id":7}`,
  halfGzip: Buffer.concat([
    Buffer.from(`${json}Content-Encoding: gzip\r\nConnection: close\r\n\r\n`),
    gzipSync(JSON.stringify({ text: 'x'.repeat(500) + Math.PI })).subarray(0, 20),
  ]),
  unknownCoding: `${json}Content-Encoding: lzma2\r\nContent-Length: 4\r\n\r\nabcd`,
  badHeader: 'HTTP/1.1 200 OK\r\nContent Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
  noStatus: 'HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n',
  http09: '<html><title>Printer</title></html>',
  smtp: '220 mail.example ESMTP ready\r\n',
  tlsAlert: Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46]),
  brokenJson: `${json}Content-Length: 13\r\n\r\n{"id":7,"a":]`,
  emptyJson: `${json}Content-Length: 0\r\n\r\n`,
  bodyOf204: 'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n',
  utf16: Buffer.concat([
    Buffer.from(`${json}Connection: close\r\n\r\n`),
    Buffer.from('\ufeff{"id":7}', 'utf16le'),
  ]),
  endless: `HTTP/1.1 200 OK\r\n${'X-Filler: 0123456789\r\n'.repeat(6000)}\r\n`,
  nowhere: 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{closed}/\r\nContent-Length: 0\r\n\r\n',
  badLocation: 'HTTP/1.1 302 Found\r\nLocation: http://\r\nContent-Length: 0\r\n\r\n',
  noLocation: 'HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n',
  fileLocation: 'HTTP/1.1 302 Found\r\nLocation: file:///etc/hosts\r\nContent-Length: 0\r\n\r\n',
  proxyRefuses:
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\n\r\n',
  events: 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: {"id":7}\n\n',
};

/** Bytes that no HTTP library sends, and TLS that no client should accept. */
export const heldOutWire: Group = {
  name: 'held-out/wire',
  labelsFacts: false,
  async start() {
    const closed = await startBareServer(() => {});
    await closed.close();
    const talking = (bytes: string | Buffer) => (socket: Socket) =>
      socket.once('data', () =>
        socket.end(typeof bytes === 'string' ? bytes.replace('{closed}', `${closed.port}`) : bytes),
      );
    const bare = await startAll(said, (bytes) => startBareServer(talking(bytes)));
    const stalls = await startAll(
      { headerThenSilence: 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n', early: '' },
      (bytes) =>
        startBareServer((socket) =>
          bytes === '' ? socket.destroy() : socket.once('data', () => socket.write(bytes)),
        ),
    );
    const authority = await makeAuthority('Example Intermediate');
    const certificate = await makeCertificate({});
    const chained = await makeCertificate({ authority });
    const [leaf = ''] = chained.cert.split(/(?<=-----END CERTIFICATE-----)\n/);
    const secure: Record<string, ServerOptions> = {
      incompleteChain: { key: chained.key, cert: leaf },
      old: {
        ...certificate,
        minVersion: 'TLSv1.2',
        maxVersion: 'TLSv1.2',
        ciphers: 'ECDHE-ECDSA-CAMELLIA256-SHA384:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0',
      },
      tls11: { ...certificate, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' },
      mutual: { ...certificate, requestCert: true, rejectUnauthorized: true },
      mutual12: { ...certificate, requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
      wildcard: await makeCertificate({ name: '*.example.com' }),
      longExpired: await makeCertificate({ from: Date.now() - 900 * day, to: Date.now() - 535 * day }),
      selfSigned: await makeCertificate({}),
      fine: certificate,
    };
    const behindTls = await startAll(secure, (options) =>
      startServer(
        (_request, response) => response.setHeader('Content-Type', 'application/json').end('{}'),
        options,
      ),
    );
    const trusted = ['old', 'tls11', 'mutual', 'mutual12', 'wildcard', 'longExpired', 'fine'];
    const servers = { ...bare, ...stalls, ...behindTls };
    return {
      values: {
        closed: `${closed.port}`,
        ...Object.fromEntries(Object.entries(servers).map(([name, { port }]) => [name, `${port}`])),
      },
      transport: trusting(trusted.map((name) => String(secure[name]?.cert))),
      close: async () => void (await Promise.all(Object.values(servers).map((server) => server.close()))),
    };
  },
};

async function startAll<From, To>(
  all: Readonly<Record<string, From>>,
  start: (one: From) => Promise<To>,
): Promise<Record<string, To>> {
  const started = Object.entries(all).map(async ([name, one]) => [name, await start(one)] as const);
  return Object.fromEntries(await Promise.all(started));
}

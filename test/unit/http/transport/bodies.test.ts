import { strict as assert } from 'node:assert';
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Readable } from 'node:stream';
import { startBareServer, startServer, type TestServer } from '../servers';
import { responseOf, transmit } from './sending';

const MEGABYTE = 1024 * 1024;

describe('transport: bodies', () => {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const codings: [coding: string, encode: (text: string) => Buffer][] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', Buffer.from],
    ['gzip, br', (text) => brotliCompressSync(gzipSync(text))],
  ];
  for (const [index, [coding, encode]] of codings.entries()) {
    it(`undoes ${coding} (${index})`, async () => {
      server = await startServer((_request, response) =>
        response.setHeader('Content-Encoding', coding).end(encode('{"ok":true}')),
      );
      assert.equal(responseOf(await transmit({ url: server.origin })).body.text, '{"ok":true}');
    });
  }

  it('gives what came, and the reason, where a coding cannot be undone', async () => {
    server = await startServer((_request, response) =>
      response.setHeader('Content-Encoding', 'gzip').end('plain'),
    );
    const { body } = responseOf(await transmit({ url: server.origin }));
    assert.equal(body.text, 'plain');
    assert.equal(body.codingError, 'Z_DATA_ERROR');
  });

  it('reads the charset of Content-Type', async () => {
    server = await startServer((_request, response) =>
      response.setHeader('Content-Type', 'text/plain; charset=iso-8859-1').end(Buffer.from('ação', 'latin1')),
    );
    assert.equal(responseOf(await transmit({ url: server.origin })).body.text, 'ação');
  });

  it('keeps the first part of 100 MB and counts the rest', async () => {
    const block = Buffer.alloc(MEGABYTE, 'x');
    server = await startServer((_request, response) => {
      Readable.from(Array.from({ length: 100 }, () => block)).pipe(response);
    });
    const { body } = responseOf(await transmit({ url: server.origin }, { maxBodyBytes: 2 * MEGABYTE }));
    assert.equal(body.text.length, 2 * MEGABYTE);
    assert.equal(body.size, 100 * MEGABYTE);
    assert.equal(body.capped, true);
    assert.equal(body.truncated, undefined);
  });

  it('stops counting at a bound, and closes the connection', async () => {
    server = await startServer((_request, response) => {
      Readable.from(endless()).pipe(response);
    });
    const closed = server.nextClose();
    const { body } = responseOf(
      await transmit({ url: server.origin }, { maxBodyBytes: 10, maxCountedBytes: 1000 }),
    );
    assert.equal(body.text.length, 10);
    assert.equal(body.capped, true);
    await closed;
  });

  it('unpacks no more of a gzip bomb than it keeps', async () => {
    server = await startServer((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(MEGABYTE)))
        .pipe(createGzip())
        .pipe(response);
    });
    const { body } = responseOf(await transmit({ url: server.origin }, { maxBodyBytes: MEGABYTE }));
    assert.equal(body.text.length, MEGABYTE);
    assert.equal(body.capped, true);
    assert.ok(body.size < MEGABYTE, 'its size is that of the wire');
  });

  const endings: [what: string, head: string][] = [
    ['Content-Length', 'Content-Length: 100'],
    ['chunks', 'Transfer-Encoding: chunked'],
  ];
  for (const [what, head] of endings) {
    it(`takes a body that breaks off before its ${what} say so for an answer`, async () => {
      server = await startBareServer((socket) => {
        socket.end(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${what === 'chunks' ? '5\r\n' : ''}hello`);
      });
      const { status, body } = responseOf(await transmit({ url: server.origin }));
      assert.equal(status, 200);
      assert.equal(body.text, 'hello');
      assert.equal(body.truncated, true);
      assert.equal(body.stalled, undefined);
    });
  }

  it('reads what it can of a gzip body that breaks off', async () => {
    const packed = gzipSync('a'.repeat(50_000) + Math.random());
    server = await startServer((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': packed.length });
      response.write(packed.subarray(0, packed.length - 12), () => response.socket?.end());
    });
    const { body } = responseOf(await transmit({ url: server.origin }));
    assert.ok(body.text.startsWith('aaaa'));
    assert.equal(body.truncated, true);
  });

  it('has no body to read after HEAD, 204 and 304', async () => {
    server = await startServer((request, response) => {
      response.writeHead(Number(request.url?.slice(1)) || 200, { 'Content-Length': '5' }).end();
    });
    for (const [method, path] of [
      ['HEAD', '/'],
      ['GET', '/204'],
      ['GET', '/304'],
    ] as const) {
      const { body } = responseOf(await transmit({ url: `${server.origin}${path}`, method }));
      assert.deepEqual(body, { text: '', size: 0 });
    }
  });
});

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(1000, 'x');
}

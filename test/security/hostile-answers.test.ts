import { strict as assert } from 'node:assert';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Exchange } from '../../src/core/exchange/exchange';
import { type RunOptions, runRequest } from '../../src/http/run';
import { startBareServer, startServer, type TestServer } from '../unit/http/servers';
import { activeParts } from './active-markdown';
import { hostileFragments } from './hostile-fragments';
import { textsIn } from './planted/traces';
import { type Shown, showEverything } from './shown';

/** Milliseconds that nothing here may take: far above what it does, far below what one would call a freeze. */
const bound = 10_000;

const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function bare(...chunks: (string | Buffer)[]): Promise<TestServer> {
  const server = await startBareServer((socket) => {
    socket.once('data', () => {
      for (const chunk of chunks) socket.write(chunk);
      socket.end();
    });
  });
  servers.push(server);
  return server;
}

const get = (url: string, options: Partial<RunOptions> = {}): Promise<Exchange> =>
  runRequest({
    file: '/request.http',
    text: `GET ${url}\nAccept: application/json`,
    line: 0,
    trusted: true,
    ...options,
  });

/** Runs, diagnoses and shows within the bound. */
async function show(server: TestServer, options: Partial<RunOptions> = {}): Promise<[Exchange, Shown]> {
  const start = performance.now();
  const exchange = await get(`${server.origin}/api/v1/orders`, options);
  const [shown] = showEverything(exchange) as [Shown];
  const took = performance.now() - start;
  assert.ok(took < bound, `took ${Math.round(took)} ms`);
  return [exchange, shown];
}

const head = (type: string, ...fields: string[]): string =>
  ['HTTP/1.1 400 Bad Request', `Content-Type: ${type}`, 'Connection: close', ...fields, '', ''].join('\r\n');

describe('hostile answers: texts', () => {
  const hostile = hostileFragments.join(' ');
  const inField = Buffer.from(hostile.replace(/[\r\n\0]/g, ' '));

  const places: [where: string, ...chunks: (string | Buffer)[]][] = [
    ['code and message', head('application/json'), JSON.stringify({ error: { code: hostile, message: hostile, request_id: hostile } })],
    ['field errors', head('application/json'), JSON.stringify({ errors: { [hostile]: [hostile] } })],
    ['problem details', head('application/problem+json'), JSON.stringify({ type: hostile, title: hostile, detail: hostile, status: 400 })],
    ['GraphQL errors', head('application/json'), JSON.stringify({ errors: [{ message: hostile, path: [hostile], extensions: { code: hostile } }] })],
    ['an HTML page', head('text/html'), `<html><title>${hostile}</title><h1>${hostile}</h1>`],
    ['plain text', head('text/plain'), hostile],
    ['header fields', 'HTTP/1.1 401 No\r\nConnection: close\r\nX-Request-Id: ', inField, '\r\nWWW-Authenticate: Bearer realm="', inField, '"\r\nRetry-After: ', inField, '\r\nX-RateLimit-Reset: ', inField, '\r\n\r\n'],
    ['the reason phrase', 'HTTP/1.1 400 ', inField, '\r\nConnection: close\r\n\r\n{}'],
    ['a redirect', 'HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: ', inField, '\r\n\r\n'],
  ]; // prettier-ignore
  for (const [where, ...chunks] of places) {
    it(`in ${where} stay texts, in reports and elsewhere`, async () => {
      const exchange = await get(`${(await bare(...chunks)).origin}/x`);
      for (const { diagnosis } of showEverything(exchange)) {
        assert.deepEqual(activeParts(diagnosis.report), []);
        assert.doesNotMatch(
          textsIn({ ...diagnosis, timings: undefined }).replaceAll('\n', ' '),
          /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/,
        );
      }
    });
  }
});

describe('hostile answers: sizes', () => {
  const mega = 1024 * 1024;
  const gzipBomb = Buffer.concat(Array.from({ length: 100 }, () => gzipSync(Buffer.alloc(10 * mega))));
  const brotliBomb = brotliCompressSync(Buffer.alloc(100 * mega), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });

  it('50 MB are counted, and a first part of them is kept', async () => {
    const server = await bare(
      head('application/json'),
      '{"error": "',
      ...Array.from({ length: 50 }, () => 'x'.repeat(mega)),
    );
    const [{ outcome }] = await show(server);
    assert.ok(outcome.kind === 'response' && outcome.body.capped && outcome.body.text.length <= 10 * mega);
  });

  for (const [coding, bomb] of [
    ['gzip', gzipBomb],
    ['br', brotliBomb],
  ] as const) {
    it(`a ${coding} bomb of ${bomb.length} bytes unpacks to the limit and no further`, async () => {
      const [{ outcome }] = await show(await bare(head('text/plain', `Content-Encoding: ${coding}`), bomb));
      assert.ok(outcome.kind === 'response' && outcome.body.capped);
      assert.equal(outcome.body.text.length, 10 * mega);
    });
  }

  it('brackets 100,000 deep, closed or not', async () => {
    const open = '['.repeat(100_000);
    const objects = '{"a":'.repeat(100_000);
    for (const body of [
      open,
      open + ']'.repeat(100_000),
      objects,
      `${objects}1${'}'.repeat(100_000)}`,
      '<a>'.repeat(100_000),
    ]) {
      const [{ outcome }] = await show(
        await bare(head(body.startsWith('<') ? 'application/xml' : 'application/json'), body),
      );
      assert.equal(outcome.kind, 'response');
    }
  });

  const patterns: string[] = [
    'a-',
    ' ',
    '"',
    '\\',
    '\\"',
    '<',
    '<a ',
    'a=',
    'a:',
    "'",
    '{',
    '"token":',
    'eyJ',
    'Bearer ',
    '\n',
    '-----BEGIN PRIVATE KEY-----',
    'a://',
    '&',
    '{{',
    '`',
    '[',
    '0',
    'é',
  ];
  for (const pattern of patterns) {
    it(`a megabyte of ${JSON.stringify(pattern)}`, async () => {
      await show(await bare(head('application/json'), pattern.repeat(mega / pattern.length)));
    });
  }

  it('thousands of header fields', async () => {
    const fields = Array.from({ length: 1500 }, (_, number) => `X-${number}: y`);
    const [{ outcome }] = await show(await bare(head('text/plain', ...fields), 'x'));
    assert.ok(outcome.kind === 'response' || outcome.code);
  });

  it('header fields without end', async () => {
    const server = await startBareServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = (): void => void (socket.writable && socket.write('X-Endless: yes\r\n'.repeat(100), more));
      socket.once('data', more);
    });
    servers.push(server);
    const [{ outcome }] = await show(server);
    assert.equal(outcome.kind === 'failure' && outcome.code, 'HPE_HEADER_OVERFLOW');
  });

  it('a body without end', async () => {
    const server = await startBareServer((socket) => {
      const more = (): void => void (socket.writable && socket.write('x'.repeat(mega), more));
      socket.once('data', () => socket.write(head('text/plain'), more));
    });
    servers.push(server);
    const [{ outcome }] = await show(server, { limits: { maxCountedBytes: 30 * mega } });
    assert.ok(outcome.kind === 'response' && outcome.body.capped);
  });

  it('a drip that never falls silent ends with the time for everything', async () => {
    const server = await startBareServer((socket) => {
      const drip = setInterval(() => socket.write('x'), 10);
      socket.once('close', () => clearInterval(drip));
      socket.once('data', () => socket.write(head('text/plain')));
    });
    servers.push(server);
    const closed = server.nextClose();
    const [{ outcome }] = await show(server, { limits: { totalMs: 300 } });
    assert.ok(outcome.kind === 'failure' || outcome.body.truncated);
    await closed;
  });
});

describe('hostile answers: redirects', () => {
  const secrets = [
    'Authorization: Bearer s3cr3t-value',
    'Cookie: sid=s3cr3t-value',
    'X-API-Key: s3cr3t-value',
    'DD-APPLICATION-KEY: s3cr3t-value',
    'X-Password: s3cr3t-value',
    'Proxy-Authorization: Basic s3cr3t-value',
    'X-Access-Key: s3cr3t-value',
    'X-Auth: s3cr3t-value',
    'X-User-Key: s3cr3t-value',
    'X-Trace: {{apiToken}}',
    'X-Note: Bearer s3cr3t-value-of-19',
    'Referer: http://ann:s3cr3t-value@127.0.0.1/',
  ];

  for (const status of [301, 302, 303, 307, 308]) {
    it(`a ${status} to another origin takes no credentials along`, async () => {
      const other = await startServer((_request, response) => response.end('{}'));
      const server = await startServer((_request, response) =>
        response
          .writeHead(status, { Location: `${other.origin.replace('127.0.0.1', 'localhost')}/collect` })
          .end(),
      );
      servers.push(other, server);
      const text = [
        '@apiToken = s3cr3t-value',
        `GET ${server.origin.replace('://', '://ann:s3cr3t-value@')}/x?api_key=s3cr3t-value`,
        ...secrets,
      ].join('\n');
      await get('', { text, line: 1 });
      assert.match(server.headers.flat().join('\n'), /s3cr3t-value/);
      assert.deepEqual(other.requests, ['GET /collect']);
      assert.doesNotMatch(other.headers.flat().join('\n'), /s3cr3t|authorization|Basic/i);
    });
  }

  it('in a circle end', async () => {
    const server = await startServer((_request, response) =>
      response.writeHead(302, { Location: '/x' }).end(),
    );
    servers.push(server);
    const [{ outcome, redirects }] = await show(server);
    assert.equal(outcome.kind === 'failure' && outcome.code, 'TOO_MANY_REDIRECTS');
    assert.equal(redirects.length, 10);
  });

  for (const location of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://127.0.0.1/',
    'command:x',
    '//',
    'http://',
    '\\\\evil',
  ]) {
    it(`to ${location} are not followed`, async () => {
      const server = await startServer((request, response) =>
        request.url === '/api/v1/orders'
          ? response.writeHead(302, { Location: location }).end()
          : response.end(),
      );
      servers.push(server);
      const [{ outcome }] = await show(server);
      assert.ok(outcome.kind === 'failure' || outcome.status === 302 || server.requests.length > 1);
    });
  }
});

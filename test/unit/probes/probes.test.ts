import assert from 'node:assert/strict';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { makeCertificate } from '../http/certificates';
import { startServer, type TestServer } from '../http/servers';
import { probed } from './probed';

describe('probes of the sandbox', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  it('the same credential that is accepted elsewhere, and none at all', async () => {
    const { diagnosis, send } = await probed(
      `GET ${sandbox.origins['celigo']}/v1/integrations\nAuthorization: Bearer celigo-production-key-manage\n`,
    );
    const withoutCredential = await send('without-credential');
    const result = withoutCredential.probes?.find(({ id }) => id === 'without-credential')?.result;
    assert.match(result ?? '', /^Without the credential/);
    assert.ok((diagnosis.probes?.length ?? 0) <= 5);
  });

  it('the path with its prefix turns 404 into 200', async () => {
    const { send } = await probed(
      `GET ${sandbox.origins['celigo']}/flows\nAuthorization: Bearer celigo-sandbox-key-manage\n`,
      'celigo.http',
    );
    const after = await send('other-path');
    const [first] = after.causes;
    assert.equal(first?.verdict, 'confirmed');
    assert.match(
      after.causes.flatMap(({ evidence }) => evidence).join('\n'),
      /turned 404 not_found into 200\./,
    );
  });

  it('a key in the wrong field: what was possible is confirmed by the one change that helps', async () => {
    const server = await startServer((request, response) => {
      response.statusCode = request.headers['x-api-key'] === 'opaque12345' ? 200 : 401;
      response.setHeader('Content-Type', 'application/json');
      const error = { code: 'INVALID_TOKEN', message: 'Invalid token', request_id: 'r' };
      response.end(JSON.stringify(response.statusCode === 200 ? [] : { error }));
    });
    try {
      const { diagnosis, send } = await probed(
        `GET ${server.origin}/api/v1/orders\nAuthorization: Bearer opaque12345\n`,
        'stateset.http',
      );
      const verdictIn = ({ causes }: typeof diagnosis) =>
        causes.find(({ id }) => id === 'key-in-wrong-header')?.verdict;
      assert.equal(verdictIn(diagnosis), 'possible');
      const after = await send('credential-elsewhere');
      assert.equal(verdictIn(after), 'confirmed');
      assert.equal(after.causes[0]?.id, 'key-in-wrong-header');
      assert.match(after.causes[0].evidence.join(), /turned 401 INVALID_TOKEN into 200/);
    } finally {
      await server.close();
    }
  });

  it('the path with another slash', async () => {
    const server = await startServer((request, response) => {
      response.statusCode = request.url === '/api/v1/orders/' ? 200 : 404;
      response.setHeader('Content-Type', 'application/json');
      response.end('{}');
    });
    try {
      const { probes, send } = await probed(`GET ${server.origin}/api/v1/orders\n`);
      assert.ok(probes.some(({ id }) => id === 'other-slash'));
      const after = await send('other-slash');
      const result = after.probes?.find(({ id }) => id === 'other-slash')?.result;
      assert.equal(result, 'This one change turned 404 into 200.');
    } finally {
      await server.close();
    }
  });
});

describe('probes of a connection', () => {
  it('one that nobody listens for', async () => {
    const { send, diagnosis } = await probed('GET http://127.0.0.1:4/x\nAuthorization: Bearer abc\n');
    assert.deepEqual(diagnosis.probes?.[0]?.request, 'tcp://127.0.0.1:4');
    const after = await send('connection');
    assert.equal(after.probes?.[0]?.result, 'No connection: ECONNREFUSED.');
    assert.match(after.report, /\n## Tests\n\n.*No connection: ECONNREFUSED/);
  });

  it('a certificate that is not trusted is shown, and nothing is sent', async () => {
    const server = await startServer((_request, response) => response.end(), await makeCertificate({}));
    try {
      const { send } = await probed(`GET ${server.origin}/x\nAuthorization: Bearer abc\n`);
      const after = await send('connection');
      assert.match(after.probes?.[0]?.result ?? '', /certificate that is not trusted .*CN=localhost/);
      assert.deepEqual(server.requests, []);
    } finally {
      await server.close();
    }
  });

  it('https that was spoken to a plain port', async () => {
    const server = await startServer((_request, response) => response.end());
    try {
      const { send } = await probed(
        `GET https://127.0.0.1:${server.port}/x?api_key=s3cret\nAuthorization: Bearer abc\nX-Trace: 1\nCookie: a=b\n`,
      );
      const after = await send('other-scheme');
      const cause = after.causes.find(({ evidence }) => /there is an answer/.test(evidence.join()));
      assert.equal(cause?.verdict, 'confirmed');
      // Another origin gets nothing of the request.
      assert.deepEqual(server.requests, ['HEAD /']);
      assert.doesNotMatch(server.headers.flat().join('\n'), /abc|s3cret|X-Trace|a=b/);
    } finally {
      await server.close();
    }
  });
});

describe('what a probe may send', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer((request, response) => {
      response.statusCode = request.headers.authorization ? 403 : request.url === '/slow' ? 429 : 302;
      response.setHeader('Location', 'http://127.0.0.1:4/elsewhere');
      response.end();
    });
  });
  after(() => server.close());

  it('follows no redirect, and leaves every credential out where it says so', async () => {
    const { send } = await probed(
      `GET ${server.origin}/x?api_key=s3cret&page=2\nAuthorization: Bearer abc\nX-Api-Key: def\nAccept: */*\n`,
    );
    const after = await send('without-credential');
    assert.equal(server.requests.at(-1), 'GET /x?page=2');
    assert.doesNotMatch((server.headers.at(-1) ?? []).join('\n'), /abc|def/);
    assert.match(after.probes?.find(({ id }) => id === 'without-credential')?.result ?? '', /302/);
  });

  it('nothing is offered for an unsafe method but what says so', async () => {
    const { probes } = await probed(
      `POST ${server.origin}/x\nAuthorization: Bearer abc\nContent-Type: application/json\n\n{}\n`,
    );
    assert.deepEqual(
      probes.filter(({ unsafe, target }) => !unsafe && target.kind === 'request' && target.method === 'POST'),
      [],
    );
  });

  it('after a 429 no other is offered', async () => {
    const { send } = await probed(`GET ${server.origin}/slow\nAuthorization: Bearer abc\n`);
    const after = await send('without-credential');
    assert.deepEqual(
      after.probes?.map(({ result }) => result !== undefined),
      [true],
    );
  });
});

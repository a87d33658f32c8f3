import { strict as assert } from 'node:assert';
import { startServer, type TestServer } from '../servers';
import { failureOf, responseOf, transmit } from './sending';

describe('transport: redirects', () => {
  let server: TestServer;
  let other: TestServer;
  before(async () => {
    other = await startServer((_request, response) => response.end('other'));
    server = await startServer((request, response) => {
      const [, status, target] = /^\/(\d+)\/(.*)$/.exec(request.url ?? '') ?? [];
      if (status)
        response.writeHead(Number(status), { Location: decodeURIComponent(target ?? '') }).end('moved');
      else response.end('here');
    });
  });
  after(() => Promise.all([server.close(), other.close()]));

  const methods: [status: number, before: string, after: string][] = [
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [301, 'PUT', 'PUT'],
    [302, 'DELETE', 'DELETE'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ];
  for (const [status, before, after] of methods) {
    it(`makes ${after} of ${before} on ${status}`, async () => {
      const { redirects, outcome } = await transmit({
        url: `${server.origin}/${status}/%2Fend`,
        method: before,
        headers: [['Content-Type', 'text/plain']],
        body: before === 'HEAD' ? undefined : Buffer.from('x'),
      });
      assert.equal(outcome.kind === 'response' && outcome.url, `${server.origin}/end`);
      assert.equal(server.requests.at(-1), `${after} /end`);
      assert.equal(server.bodies.at(-1), before === after && before !== 'HEAD' ? 'x' : '');
      const [redirect] = redirects;
      assert.equal(redirect?.status, status);
      assert.deepEqual([redirect?.methodBefore, redirect?.methodAfter], [before, after]);
      assert.deepEqual(redirect?.dropped, before === after ? [] : ['Content-Type']);
    });
  }

  it('drops credentials for another origin, and says which', async () => {
    const { redirects } = await transmit({
      url: `${server.origin}/302/${encodeURIComponent(`${other.origin}/end`)}`,
      headers: [
        ['Authorization', 'Bearer secret'],
        ['Cookie', 'sid=secret'],
        ['X-API-Key', 'secret'],
        ['Accept', 'application/json'],
      ],
    });
    assert.deepEqual(redirects[0]?.dropped, ['Authorization', 'Cookie', 'X-API-Key']);
    assert.ok(!other.headers.at(-1)?.join().includes('secret'));
    assert.ok(other.headers.at(-1)?.includes('application/json'));
    assert.ok(other.headers.at(-1)?.includes(`127.0.0.1:${other.port}`), 'with its own Host');
  });

  const elsewhere: [
    what: string,
    status: number,
    method: string,
    body: string | undefined,
    arrives: string,
  ][] = [
    ['a POST by 307', 307, 'POST', 'password=x', ''],
    ['a POST by 308', 308, 'POST', 'password=x', ''],
    ['a POST without a body by 307', 307, 'POST', undefined, ''],
    ['a PUT by 302', 302, 'PUT', 'x', ''],
    ['a DELETE by 301', 301, 'DELETE', undefined, ''],
    ['a GET with a body by 307', 307, 'GET', 'x', ''],
    ['a GET by 307', 307, 'GET', undefined, 'GET /end'],
    ['a POST by 302, as a GET without its body', 302, 'POST', 'x', 'GET /end'],
    ['a PUT by 303, as a GET without its body', 303, 'PUT', 'x', 'GET /end'],
  ];
  for (const [what, status, method, body, arrives] of elsewhere)
    it(`${arrives === '' ? 'does not send' : 'sends'} to another origin ${what}`, async () => {
      const [sent, target] = [other.requests.length, `${other.origin}/end`];
      const transmission = await transmit({
        url: `${server.origin}/${status}/${encodeURIComponent(target)}`,
        method,
        body: body === undefined ? undefined : Buffer.from(body),
      });
      assert.deepEqual(other.requests.slice(sent), arrives === '' ? [] : [arrives]);
      assert.equal(transmission.notFollowed, arrives === '' ? target : undefined);
      assert.equal(responseOf(transmission).status, arrives === '' ? status : 200);
      assert.equal(other.bodies.slice(sent).join(''), '');
    });

  it('takes no field along to another origin that a catalog calls secret', async () => {
    const { redirects } = await transmit({
      url: `${server.origin}/302/${encodeURIComponent(`${other.origin}/end`)}`,
      headers: [
        ['X-Acme-Pass', 'hidden'],
        ['Proxy-Authorization', 'Basic hidden'],
        ['X-Trace', 'shown'],
      ],
      confidentialNames: new Set(['xacmepass']),
    });
    assert.deepEqual(redirects[0]?.dropped, ['X-Acme-Pass', 'Proxy-Authorization']);
    assert.doesNotMatch(other.headers.at(-1)?.join() ?? '', /hidden/);
  });

  it('keeps credentials within the origin', async () => {
    const { redirects } = await transmit({
      url: `${server.origin}/302/%2Fend`,
      headers: [['Authorization', 'Bearer secret']],
    });
    assert.deepEqual(redirects[0]?.dropped, []);
    assert.ok(server.headers.at(-1)?.includes('Bearer secret'));
  });

  it('follows every step and lists them in order', async () => {
    const { redirects } = await transmit({ url: `${server.origin}/302/%2F307%2F%252Fend` });
    assert.deepEqual(
      redirects.map(({ status, to }) => [status, to]),
      [
        [302, `${server.origin}/307/%2Fend`],
        [307, `${server.origin}/end`],
      ],
    );
  });

  it('ends a loop', async () => {
    const loop = await startServer((_request, response) =>
      response.writeHead(302, { Location: '/again' }).end(),
    );
    const transmission = await transmit({ url: loop.origin }, { maxRedirects: 3 });
    assert.equal(failureOf(transmission).code, 'TOO_MANY_REDIRECTS');
    assert.equal(transmission.redirects.length, 3);
    await loop.close();
  });

  for (const location of ['http://[broken', 'ftp://files.example/', 'javascript:alert(1)']) {
    it(`does not follow ${location}`, async () => {
      const transmission = await transmit({ url: `${server.origin}/302/${encodeURIComponent(location)}` });
      assert.equal(responseOf(transmission).status, 302);
    });
  }

  it('leaves a redirect alone where the author said so', async () => {
    const transmission = await transmit({ url: `${server.origin}/302/%2Fend`, followRedirects: false });
    assert.equal(responseOf(transmission).body.text, 'moved');
    assert.deepEqual(transmission.redirects, []);
  });
});

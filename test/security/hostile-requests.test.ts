import { strict as assert } from 'node:assert';
import { startServer, type TestServer } from '../unit/http/servers';
import { makeWorkspace, type TestWorkspace } from '../unit/http/workspace';

/** Milliseconds that nothing here may take. */
const bound = 5_000;
const ran = (): unknown => (globalThis as Record<string, unknown>)['__hostileRan'];

describe('hostile values of variables', () => {
  let server: TestServer;
  before(async () => void (server = await startServer((_request, response) => response.end('{}'))));
  after(() => server.close());

  const breaks = [
    '\r\nX-Injected: yes',
    '\nX-Injected: yes',
    '\rX-Injected: yes',
    '\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n',
    '\u010aX-Injected: yes',
    '\u560d\u560aX-Injected: yes',
    '%0d%0aX-Injected: yes',
    '\0X-Injected: yes',
  ];
  const places: [place: string, text: string][] = [
    ['a header field', 'GET {{base}}/x\nX-A: a{{evil}}'],
    ['a header field’s name', 'GET {{base}}/x\nX-A{{evil}}: a'],
    ['a credential', 'GET {{base}}/x\nAuthorization: Bearer a{{evil}}'],
    ['a pair of credentials', 'GET {{base}}/x\nAuthorization: Basic a{{evil}} b'],
    ['a cookie', 'GET {{base}}/x\nCookie: a={{evil}}'],
    ['the path', 'GET {{base}}/x{{evil}}'],
    ['the query', 'GET {{base}}/x?a={{evil}}'],
    ['the host', 'GET {{base}}{{evil}}/x'],
    ['the method', 'GET{{evil}} {{base}}/x'],
    ['a length', 'POST {{base}}/x\nContent-Length: 2{{evil}}\n\nab'],
    ['a part of a body', 'POST {{base}}/x\nContent-Type: multipart/form-data; boundary=cut{{evil}}\n\n--cut\nContent-Disposition: form-data; name="a{{evil}}"\n\nx\n--cut--'],
    ['a curl command', "curl '{{base}}/x' -H 'X-A: a{{evil}}' -d 'a={{evil}}'"],
  ]; // prettier-ignore
  for (const [place, text] of places) {
    it(`do not break out of ${place}`, async () => {
      for (const evil of breaks) {
        const workspace = await makeWorkspace({
          'http-client.env.json': JSON.stringify({ dev: { base: server.origin, evil } }),
        });
        const [sent, heads] = [server.requests.length, server.headers.length];
        const exchange = await workspace
          .run(text, { environment: ['dev'], at: '{{base}}' })
          .catch((error: unknown) => error);
        await workspace.remove();
        const names = server.headers.slice(heads).flatMap((fields) => fields.filter((_, at) => at % 2 === 0));
        assert.ok(!names.some((name) => /injected/i.test(name)), `${JSON.stringify(evil)}: ${names.join()}`);
        const requests = server.requests.slice(sent);
        assert.ok(
          requests.length <= 1 && !requests.some((line) => /^GET \/smuggled/.test(line)),
          `${JSON.stringify(evil)}: ${requests.join()} ${String(exchange)}`,
        );
      }
    });
  }
});

describe('hostile references to answers', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  let body = '{}';
  before(async () => {
    server = await startServer((request, response) =>
      response
        .setHeader('Content-Type', body.startsWith('<') ? 'application/xml' : 'application/json')
        .end(request.url === '/login' ? body : '{}'),
    );
    workspace = await makeWorkspace({ '.env': `base=${server.origin}` });
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  async function runWith(path: string, answer: string): Promise<void> {
    body = answer;
    const start = performance.now();
    await workspace
      .run(
        `# @name login\nGET {{base}}/login\n\n###\n# @ref login\nGET {{base}}/x?a={{login.response.body.${path}}}`,
      )
      .catch(() => undefined);
    assert.equal(ran(), undefined);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.ok(performance.now() - start < bound, `took ${performance.now() - start} ms`);
  }

  const items = JSON.stringify({ a: [{ name: `${'a'.repeat(40)}!`, list: [1] }] });
  const code = [
    '$..[?(@.constructor.constructor("globalThis.__hostileRan = 1")())]',
    '$.a[?(@.name.constructor.constructor("globalThis.__hostileRan = 1")())]',
    '$.a[?(@.list.map.constructor("globalThis.__hostileRan = 1")())]',
    '$.a[?(@["const"+"ructor"]["const"+"ructor"]("globalThis.__hostileRan = 1")())]',
    '$.a[?(globalThis.__hostileRan = 1)]',
    '$.a[?(process.exit(3))]',
    '$.a[?(this.__hostileRan = 1)]',
    '$.a[?((()=>{globalThis.__hostileRan = 1})())]',
    '$.a[(globalThis.__hostileRan = 1)]',
    '$.a[?(@.__proto__.polluted = "yes")]',
    '$.a[?(@["__proto__"]["polluted"] = "yes")]',
    '$.a[?(Object.assign(@.__proto__, @.polluted = 1))]',
    '$.a[?(@root.constructor.prototype.polluted = 1)]',
    '$.a[?(_$_v.constructor.prototype.polluted = 1)]',
    '$.a[?(_$_root.constructor.constructor("globalThis.__hostileRan = 1")())]',
    '$.a[?(@path.constructor.constructor("globalThis.__hostileRan = 1")())]',
    '__proto__.polluted',
    'constructor.constructor',
    '$.a.__proto__',
    '$..constructor',
  ];
  for (const path of code) it(`${path} runs nothing`, () => runWith(path, items));

  const slow: [what: string, path: string, answer: () => string][] = [
    ['an expression that goes back', '$.a[?(@.name.match(/^(a+)+$/))]', () => items],
    ['one from a text', '$.a[?(@.name.match("^(a+)+$"))]', () => items],
    ['one by another name', '$.a[?(@.name.search("^(a|a)*$")==0)]', () => items],
    ['a text that is repeated', '$.a[?(@.name.repeat(1000000000).length)]', () => items],
    ['everything below everything', '$..*..*..*..*..*', () => JSON.stringify({ a: nested(12, 2) })],
    ['depth', '$..a', () => '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)],
    ['greater depth', '$..a', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a long list with a filter', '$.a[?(@.b==1)]', () => JSON.stringify({ a: Array.from({ length: 20_000 }, (_, b) => ({ b: b + 2 })) })],
    ['XPath over everything', '//*//*//*//*//*//*', () => `<r>${'<a><b><c/></b></a>'.repeat(300)}</r>`],
    ['XPath that counts', '//*[count(//*[count(//*)>1])>1]', () => `<r>${'<a/>'.repeat(300)}</r>`],
    ['an entity bomb', '//a', () => `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(1000)}">${Array.from({ length: 20 }, (_, at) => `<!ENTITY x${at} "${(at ? `&x${at - 1};` : '&x;').repeat(10)}">`).join('')}]><a>&x19;</a>`],
    ['an external entity', '//a', () => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['deep XML', '//a', () => '<a>'.repeat(20_000) + '</a>'.repeat(20_000)],
    ['braces', '$'.repeat(5000), () => items],
    ['brackets', `$${'['.repeat(5000)}`, () => items],
    ['questions', `$.a[?(${'('.repeat(2000)}@.b${')'.repeat(2000)})]`, () => items],
  ]; // prettier-ignore
  for (const [what, path, answer] of slow)
    it(`${what} does not hold anything up`, () => runWith(path, answer())).timeout(60_000);
});

function nested(width: number, depth: number): unknown {
  return depth === 0 ? 1 : Array.from({ length: width }, () => nested(width, depth - 1));
}

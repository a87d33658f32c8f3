import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Api } from '../../../src/core/catalog/catalog';
import { apply, offersAt } from './workbench';

const client = 'import java.net.http.HttpClient;';
const file = (body: string, imports = client, members = '') =>
  `package a;\n\n${imports}\n\nclass Orders {\n${members}  Object list(HttpClient c, HttpRequest r, Handler h) throws Exception {\n    return ${body};\n  }\n}\n`;
const returned = (text: string | undefined) =>
  text?.startsWith('disabled') ? text : /return (.*);/.exec(text ?? '')?.[1];

describe('Retry in Java', () => {
  for (const [before, after, members = ''] of [
    ['c.‸send(r, h)', 'new RetryingHttpClient(c).send(r, h)'],
    [
      'http.‸send(r, h)',
      'new RetryingHttpClient(http).send(r, h)',
      '  private final HttpClient http = make();\n\n',
    ],
    ['this.http.‸send(r, h)', 'new RetryingHttpClient(this.http).send(r, h)', '  HttpClient http;\n\n'],
    [
      'HttpClient.newHttpClient().‸send(r, h)',
      'new RetryingHttpClient(HttpClient.newHttpClient()).send(r, h)',
    ],
    [
      'new TokenRefreshHttpClient(c).‸send(r, h)',
      'new TokenRefreshHttpClient(new RetryingHttpClient(c)).send(r, h)',
    ],
    ['mail.‸send(r, h)', undefined],
    [
      'c.‸send(HttpRequest.newBuilder(u).POST(b).build(), h)',
      'disabled: Repeating a {0} may do the work twice.',
    ],
    [
      'c.‸send(HttpRequest.newBuilder(u).PUT(b).build(), h)',
      'new RetryingHttpClient(c).send(HttpRequest.newBuilder(u).PUT(b).build(), h)',
    ],
  ] as [string, string | undefined, string?][]) {
    it(`${before}: ${after ?? 'not offered'}`, async () => {
      const applied = await apply('retry', file(before, client, members), 'java');
      assert.equal(applied === undefined ? undefined : returned(applied), after);
    });
  }

  it('wraps the refresh around a retry that is there', async () => {
    const applied = await apply('tokenRefresh', file('new RetryingHttpClient(c).‸send(r, h)'), 'java');
    assert.equal(returned(applied), 'new TokenRefreshHttpClient(new RetryingHttpClient(c)).send(r, h)');
  });

  it('puts the helper at the end of the class, indented as the file is, and does nothing the second time', async () => {
    const once = (await apply('retry', file('c.‸send(r, h)').replaceAll('  ', '\t'), 'java')) ?? '';
    assert.match(
      once,
      /\n\t}\n\n\t\/\*\*\n\t \* A client that sends again[^]*\n\tstatic final class RetryingHttpClient extends HttpClient \{\n\t\tprivate static[^]*\n\t\}\n\}\n$/,
    );
    assert.equal(await apply('retry', once.replace(').send', ').‸send'), 'java'), undefined);
  });

  it('adds the helper once for two calls', async () => {
    const once = await apply('retry', file('list(c.‸send(r, h), c.send(r, h), h)'), 'java');
    const twice = await apply('retry', once?.replace(', c.send', ', c.‸send') ?? '', 'java');
    assert.equal(twice, once?.replace(', c.send', ', new RetryingHttpClient(c).send'));
  });

  it('imports in order, and says the whole name of what the file calls otherwise', async () => {
    const imports =
      'import java.net.http.HttpClient;\nimport java.util.Set;\nimport org.example.HttpResponse;';
    const after = (await apply('retry', file('c.‸send(r, h)', imports), 'java')) ?? '';
    assert.match(
      after,
      /import java\.net\.ProxySelector;\nimport java\.net\.http\.HttpClient;\nimport java\.net\.http\.HttpRequest;\n/,
    );
    assert.doesNotMatch(after, /import java\.net\.http\.HttpResponse;/);
    assert.match(after, /public <T> java\.net\.http\.HttpResponse<T> send\(/);
  });

  it('knows the client of an import with an asterisk, and keeps CRLF', async () => {
    const source = file('c.‸send(r, h)', 'import java.net.http.*;').replaceAll('\n', '\r\n');
    const after = await apply('retry', source, 'java');
    assert.match(after ?? '', /new RetryingHttpClient\(c\)\.send/);
    assert.doesNotMatch(after ?? '', /[^\r]\n/);
  });

  it('knows the method of a request that is built before', async () => {
    const source = file('c.‸send(q, h)').replace(
      '    return',
      '    var q = HttpRequest.newBuilder(u).POST(b).build();\n    return',
    );
    assert.match((await apply('retry', source, 'java')) ?? '', /^disabled: Repeating a \{0\} may/);
  });
});

describe('Token refresh in Java', () => {
  const api: Api = {
    id: 'shop',
    name: 'Shop',
    authentication: [
      {
        scheme: 'bearer-jwt',
        header: 'Authorization',
        refresh: {
          request: 'POST /token',
          body: { grant: 'refresh', token: '{{refreshToken}}' },
          token: 'data.token',
        },
      },
    ],
  };

  it('writes the body that the API documents, and names constants of the class', async () => {
    const members = '  private static final String BASE_URL = "https://shop.example";\n\n';
    const source = file(
      'c.‸send(HttpRequest.newBuilder(URI.create(BASE_URL + "/x")).build(), h)',
      client,
      members,
    );
    const offer = (await offersAt(source, 'java', api)).find(({ kind }) => kind === 'tokenRefresh');
    assert.ok(offer && 'edits' in offer);
    const text = offer.edits.map((edit) => edit.text).join('\n');
    assert.match(
      text,
      /String body = "\{\\"grant\\":\\"refresh\\",\\"token\\":" \+ quoted\(refresh\) \+ "\}";/,
    );
    assert.match(text, /URI\.create\(BASE_URL\);/);
    assert.match(text, /API\.resolve\("\/token"\)/);
    assert.match(text, /stringAt\(response\.body\(\), "data", "token"\)/);
  });
});

describe('Retry and refresh with OkHttp', () => {
  const head = 'import okhttp3.OkHttpClient;\nimport okhttp3.Request;';
  const okHttp = (body: string, members = '') =>
    `package a;\n\n${head}\n\nclass Orders {\n${members}  Object list(OkHttpClient c, Request r) throws Exception {\n    return ${body};\n  }\n}\n`;
  for (const [kind, before, after, members = ''] of [
    ['retry', 'c.‸newCall(r).execute()', 'RetryInterceptor.around(c).newCall(r).execute()'],
    ['retry', 'this.h.‸newCall(r)', 'RetryInterceptor.around(this.h).newCall(r)', '  OkHttpClient h;\n\n'],
    ['retry', 'RetryInterceptor.around(c).‸newCall(r)', undefined],
    [
      'retry',
      'TokenRefreshInterceptor.around(c).‸newCall(r)',
      'TokenRefreshInterceptor.around(RetryInterceptor.around(c)).newCall(r)',
    ],
    [
      'tokenRefresh',
      'RetryInterceptor.around(c).‸newCall(r)',
      'TokenRefreshInterceptor.around(RetryInterceptor.around(c)).newCall(r)',
    ],
    [
      'retry',
      'c.‸newCall(new Request.Builder().url(u).post(b).build())',
      'disabled: Repeating a {0} may do the work twice.',
    ],
    [
      'retry',
      'new OkHttp‸Client.Builder().cache(d).build()',
      'new OkHttpClient.Builder().addInterceptor(new RetryInterceptor()).cache(d).build()',
    ],
    ['retry', 'new OkHttp‸Client.Builder().addInterceptor(new RetryInterceptor()).build()', undefined],
    [
      'retry',
      'h.‸newCall(r)',
      undefined,
      '  OkHttpClient h = new OkHttpClient.Builder()\n      .addInterceptor(new RetryInterceptor())\n      .build();\n\n',
    ],
  ] as ['retry' | 'tokenRefresh', string, string | undefined, string?][]) {
    it(`${kind}: ${before}: ${after ?? 'not offered'}`, async () => {
      const applied = await apply(kind, okHttp(before, members), 'java');
      assert.equal(applied === undefined ? undefined : returned(applied), after);
    });
  }
});

describe("Retry and refresh with Spring's RestTemplate and RestClient", () => {
  const twice = 'disabled: Repeating a {0} may do the work twice.';
  for (const [kind, field, call, expected] of [
    [
      'retry',
      'RestTemplate t;',
      't.‸getForObject(U, S.class)',
      'RetryInterceptor.around(t).getForObject(U, S.class)',
    ],
    [
      'retry',
      'RestTemplate t;',
      'this.t.‸exchange(U, HttpMethod.PUT, e, S.class)',
      'RetryInterceptor.around(this.t).exchange(U, HttpMethod.PUT, e, S.class)',
    ],
    ['retry', 'RestTemplate t;', 't.‸postForEntity(U, e, S.class)', twice],
    ['retry', 'RestTemplate t;', 't.‸exchange(U, HttpMethod.POST, e, S.class)', twice],
    [
      'tokenRefresh',
      'RestTemplate t;',
      'RetryInterceptor.around(t).‸delete(U)',
      'TokenRefreshInterceptor.around(RetryInterceptor.around(t)).delete(U)',
    ],
    ['retry', 'RestTemplate t;', 'RetryInterceptor.around(t).‸delete(U)', undefined],
    ['retry', 'RestTemplate t = RetryInterceptor.around(new RestTemplate());', 't.‸delete(U)', undefined],
    ['retry', 'Cache t;', 't.‸put(U, e)', undefined],
    [
      'retry',
      'RestClient c;',
      'c.‸get().uri(U).retrieve().body(S.class)',
      'RetryInterceptor.around(c).get().uri(U).retrieve().body(S.class)',
    ],
    ['retry', 'RestClient c;', 'c.‸post().uri(U).retrieve()', twice],
    ['retry', 'Map c;', 'c.‸get(U)', undefined],
    ['retry', 'Object o;', 'RestClient.‸create(U)', 'RetryInterceptor.around(RestClient.create(U))'],
    ['retry', 'Object o;', 'new ‸RestTemplate()', 'RetryInterceptor.around(new RestTemplate())'],
  ] as ['retry' | 'tokenRefresh', string, string, string | undefined][]) {
    it(`${kind}: ${call}: ${expected ?? 'not offered'}`, async () => {
      const head =
        'import org.springframework.web.client.RestTemplate;\nimport org.springframework.web.client.RestClient;\n';
      const after = await apply(
        kind,
        `${head}\nclass A {\n  ${field}\n\n  Object f() {\n    return ${call};\n  }\n}\n`,
        'java',
      );
      if (expected === undefined || expected.startsWith('disabled')) assert.equal(after, expected);
      else assert.ok(after?.includes(`\n    return ${expected};\n`), after);
    });
  }

  it('has what suits its client only', async () => {
    for (const name of ['RestTemplate', 'RestClient']) {
      const file = `import org.springframework.web.client.${name};\n\nclass A {\n  Object f() { return ${name === 'RestClient' ? 'RestClient.‸create()' : 'new ‸RestTemplate()'}; }\n}\n`;
      for (const kind of ['retry', 'tokenRefresh'] as const) {
        const after = (await apply(kind, file, 'java')) ?? '';
        assert.match(after, new RegExp(`static ${name} around\\(${name} `));
        assert.doesNotMatch(after, name === 'RestClient' ? /RestTemplate/ : /RestClient/);
      }
    }
  });
});

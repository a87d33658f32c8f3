import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Api } from '../../../src/core/catalog/catalog';
import { apply, offersAt } from './workbench';

const file = (body: string, imports = `import "net/http"\n`) => `package orders\n\n${imports}\n${body}`;

/** The call's own line after an action; the cursor stands at `‸`. */
async function lineAfter(kind: 'retry' | 'tokenRefresh', source: string, mark = 'http.|client|Client') {
  const line = source.split('\n').findIndex((text) => text.includes('‸'));
  const after = await apply(kind, source, 'go');
  if (after === undefined || after.startsWith('disabled')) return after;
  const [before, rest] = [source.split('\n')[line - 1], after.split('\n')];
  const at = rest.findIndex(
    (text, index) => text.includes('return') && new RegExp(mark).test(text) && rest[index - 1] === before,
  );
  return rest[at]?.trim();
}

describe('Retry in Go', () => {
  for (const [name, signature, call, expected] of [
    [
      'the package’s own functions',
      'func f(u string)',
      'http.‸Get(u)',
      'withRetry(http.DefaultClient).Get(u)',
    ],
    ['a client that is passed', 'func f(c *http.Client)', 'c.‸Do(r)', 'withRetry(c).Do(r)'],
    ['a client by value', 'func f(c http.Client)', 'c.‸Do(r)', 'withRetry(&c).Do(r)'],
    ['the default client', 'func f()', 'http.DefaultClient.‸Do(r)', 'withRetry(http.DefaultClient).Do(r)'],
    [
      'a client that is refreshed already',
      'func f(c *http.Client)',
      'withTokenRefresh(c).‸Do(r)',
      'withTokenRefresh(withRetry(c)).Do(r)',
    ],
  ] as const) {
    it(`wraps ${name}`, async () => {
      const source = file(`${signature} (*http.Response, error) {\n\treturn ${call}\n}\n`);
      assert.equal(await lineAfter('retry', source, ''), `return ${expected}`);
    });
  }

  it('knows a client in a field', async () => {
    const source = file(
      `type api struct{ client *http.Client }\n\nfunc (a *api) f(r *http.Request) (*http.Response, error) {\n\treturn a.client.‸Do(r)\n}\n`,
    );
    assert.equal(await lineAfter('retry', source, ''), 'return withRetry(a.client).Do(r)');
  });

  it('calls the package by its name in the file', async () => {
    const source = file(
      `func f(u string) (*web.Response, error) {\n\treturn web.‸Get(u)\n}\n`,
      `import web "net/http"\n`,
    );
    const after = (await apply('retry', source, 'go')) ?? '';
    assert.match(after, /return withRetry\(web\.DefaultClient\)\.Get\(u\)/);
    assert.match(after, /func withRetry\(client \*web\.Client\) \*web\.Client \{/);
    assert.doesNotMatch(after, /(?<!web )"net\/http"|[^.\w]http\.\w/);
  });

  it('puts imports into the list that is there, in order, and gives a taken name another', async () => {
    const source = file(
      `func f(u string) (*http.Response, error) {\n\treturn http.‸Get(u)\n}\n`,
      `import (\n\t"fmt" // printing\n\t"math/rand"\n\t"net/http"\n\n\t"example.org/x"\n)\n`,
    );
    const after = (await apply('retry', source, 'go')) ?? '';
    assert.match(
      after,
      /import \(\n\t"context"\n\trand_module "crypto\/rand"\n\t"errors"\n\t"fmt" \/\/ printing\n\t"io"\n\t"math"\n\t"math\/big"\n\t"math\/rand"\n\t"net\/http"\n\t"strconv"\n\t"strings"\n\t"time"\n\n\t"example\.org\/x"\n\)/,
    );
    assert.match(after, /rand_module\.Int\(rand_module\.Reader,/);
  });

  it('does nothing the second time', async () => {
    const once = await apply('retry', file(`func f(u string) {\n\thttp.‸Get(u)\n}\n`), 'go');
    assert.equal(await apply('retry', once?.replace(').Get', ').‸Get') ?? '', 'go'), undefined);
  });

  it('adds its helper once for two calls', async () => {
    const once = await apply('retry', file(`func f(u string) {\n\thttp.‸Get(u)\n\thttp.Head(u)\n}\n`), 'go');
    const twice = await apply('retry', once?.replace('http.Head', 'http.‸Head') ?? '', 'go');
    assert.equal(twice, once?.replace('http.Head', 'withRetry(http.DefaultClient).Head'));
  });

  it('keeps CRLF', async () => {
    const after = await apply(
      'retry',
      file(`func f(u string) {\n\thttp.‸Get(u)\n}\n`).replaceAll('\n', '\r\n'),
      'go',
    );
    assert.doesNotMatch(after ?? '', /[^\r]\n/);
  });
});

describe('What is known of a request in Go', () => {
  const keyed: Api = {
    id: 'k',
    name: 'Keyed',
    idempotency: { header: 'Idempotency-Key', methods: ['POST'] },
  };
  const retry = async (body: string, api?: Api) => {
    const source = file(
      `func f(c *http.Client, u string, file *os.File) {\n${body}\n}\n`,
      `import (\n\t"net/http"\n\t"os"\n)\n`,
    );
    const offer = (await offersAt(source, 'go', api)).find(({ kind }) => kind === 'retry');
    return offer && ('disabledReason' in offer ? offer.disabledReason.template : 'offered');
  };
  const twice = 'Repeating a {0} may do the work twice.';
  const stream = 'The body is a stream, which cannot be sent a second time.';
  for (const [name, body, expected, api] of [
    ['http.Post', '\thttp.‸Post(u, "text/plain", b)', twice],
    ['http.Post where a key is honoured', '\thttp.‸Post(u, "text/plain", b)', 'offered', keyed],
    ['a literal method', '\tr, _ := http.NewRequest("POST", u, b)\n\tc.‸Do(r)', twice],
    [
      'a method by its constant',
      '\tr, _ := http.NewRequestWithContext(ctx, http.MethodPatch, u, b)\n\tc.‸Do(r)',
      twice,
    ],
    [
      'the method of another request',
      '\tq, _ := http.NewRequest("POST", u, b)\n\tr, _ := http.NewRequest("GET", u, nil)\n\tuse(q)\n\tc.‸Do(r)',
      'offered',
    ],
    ['an open file', '\tb, _ := os.Open("x")\n\tr, _ := http.NewRequest("PUT", u, b)\n\tc.‸Do(r)', stream],
    ['another object’s method', '\tcache.‸Get(u)', undefined],
  ] as [string, string, string | undefined, Api?][]) {
    it(`${name}: ${expected ?? 'not offered'}`, async () => assert.equal(await retry(body, api), expected));
  }
});

describe('Retry and refresh with resty, whose clients are told where they are made', () => {
  const file = (made: string, call: string) =>
    `package a\n\nimport "github.com/go-resty/resty/v2"\n\n${made}\n\nfunc f(u string) {\n\t${call}\n}\n`;
  for (const [kind, made, call, expected] of [
    ['retry', 'var c = resty.New()', 'c.R().‸Get(u)', 'var c = withRetry(resty.New())'],
    ['retry', 'var c = resty.N‸ew()', 'c.R().Get(u)', 'var c = withRetry(resty.New())'],
    [
      'retry',
      'var c = resty.New().SetTLSClientConfig(t).\n\tSetDebug(true)',
      'c.R().SetBody(b).‸Put(u)',
      'var c = withRetry(resty.New().SetTLSClientConfig(t).\n\tSetDebug(true))',
    ],
    [
      'tokenRefresh',
      'var c = withRetry(resty.New())',
      'c.R().‸Get(u)',
      'var c = withTokenRefresh(withRetry(resty.New()))',
    ],
    ['retry', 'var c = withRetry(resty.New().SetDebug(true))', 'c.R().‸Get(u)', undefined],
    ['retry', 'var c = resty.New().SetRetryCount(3)', 'c.R().‸Get(u)', undefined],
    ['retry', 'var c = resty.New()', 'c.R().‸Post(u)', 'disabled: Repeating a {0} may do the work twice.'],
    [
      'retry',
      'var c = resty.New()',
      'c.SetProxy(p)\n\tc.R().‸Get(u)',
      'disabled: {0} is called later, but must be called before this.',
    ],
    [
      'retry',
      'var c *resty.Client',
      'c.R().‸Get(u)',
      'disabled: The client is not made in this file: write it where the client is made.',
    ],
    ['retry', 'var c = resty.New()', 'cache.‸Get(u)', undefined],
  ] as ['retry' | 'tokenRefresh', string, string, string | undefined][]) {
    it(`${kind}: ${made}; ${call}: ${expected ?? 'not offered'}`, async () => {
      const after = await apply(kind, file(made, call), 'go');
      if (expected === undefined || expected.startsWith('disabled')) assert.equal(after, expected);
      else
        assert.ok(
          after?.includes(`\n\n${expected}\n\nfunc f(u string) {\n\t${call.replace('‸', '')}\n}\n`),
          after,
        );
    });
  }
});

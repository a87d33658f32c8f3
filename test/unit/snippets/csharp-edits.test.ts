import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

/** The statement at the cursor, after an action, in a class that has a client. */
async function statementAfter(
  kind: 'retry' | 'tokenRefresh',
  statement: string,
  members = 'private readonly HttpClient http;',
): Promise<string | undefined> {
  const source = `using System.Net.Http;\n\nclass A\n{\n    ${members}\n\n    async Task F(HttpRequestMessage r)\n    {\n        ${statement}\n    }\n}\n`;
  const after = await apply(kind, source, 'csharp');
  if (after === undefined || after.startsWith('disabled')) return after;
  return / {4}async Task F.*\n {4}\{\n([^]*?)\n {4}\}/.exec(after)?.[1]?.trim();
}

const twice = 'disabled: Repeating a {0} may do the work twice.';
const stream = 'disabled: The body is a stream, which cannot be sent a second time.';

describe('Retry in C#', () => {
  for (const [statement, after] of [
    ['await http.‸GetAsync(u);', 'await http.WithRetry().GetAsync(u);'],
    [
      'await this.http.‸GetFromJsonAsync<B>(u, t).ConfigureAwait(false);',
      'await this.http.WithRetry().GetFromJsonAsync<B>(u, t).ConfigureAwait(false);',
    ],
    ['await api.http.‸DeleteAsync(u);', 'await api.http.WithRetry().DeleteAsync(u);'],
    ['await new HttpClient().‸GetStringAsync(u);', 'await new HttpClient().WithRetry().GetStringAsync(u);'],
    ['var c = ‸new HttpClient { Timeout = t };', 'var c = new HttpClient { Timeout = t }.WithRetry();'],
    [
      'using (var c = f.CreateClient("a")) { await c.‸PutAsync(u, b); }',
      'using (var c = f.CreateClient("a")) { await c.WithRetry().PutAsync(u, b); }',
    ],
    ['await http.WithTokenRefresh().‸GetAsync(u);', 'await http.WithRetry().WithTokenRefresh().GetAsync(u);'],
    ['await http.‸PostAsJsonAsync(u, b);', twice],
    ['await http.‸SendAsync(new HttpRequestMessage(HttpMethod.Post, u));', twice],
    ['var m = new HttpRequestMessage(HttpMethod.Patch, u); await http.‸SendAsync(m);', twice],
    ['await http.‸PutAsync(u, new StreamContent(s));', stream],
    [
      'var m = new HttpRequestMessage(HttpMethod.Put, u) { Content = new StreamContent(s) }; await http.‸SendAsync(m);',
      stream,
    ],
    ['await http.WithRetry().‸GetAsync(u);', undefined],
    ['var c = ‸new HttpClient().WithRetry();', undefined],
    ['var c = new HttpClient().WithRetry(); await c.‸GetAsync(u);', undefined],
    ['await cache.‸GetAsync(u);', undefined],
  ] as const) {
    it(`${statement} ${after ?? 'is left alone'}`, async () =>
      assert.equal(await statementAfter('retry', statement), after));
  }

  it("adds what it needs once, in the file's tabs and line ends", async () => {
    const source =
      'using System;\r\nusing Shop; // own\r\n\r\nnamespace A\r\n{\r\n\tclass B\r\n\t{\r\n\t\tstring C(HttpClient c) => c.‸GetStringAsync("a").Result + c.GetStringAsync("b").Result;\r\n\t}\r\n}\r\n';
    const once = (await apply('retry', source, 'csharp')) ?? '';
    assert.match(once, /^using System;\r\nusing System\.Collections\.Generic;\r\n/);
    assert.match(once, /using Shop; \/\/ own\r\n/);
    assert.match(once, /\r\n\}\r\n\r\ninternal static class HttpRetry\r\n\{\r\n\t\/\/\/ <summary>/);
    assert.doesNotMatch(once, /[^\r]\n/);
    assert.equal(
      await apply('retry', once.replace('+ c.Get', '+ c.‸Get'), 'csharp'),
      once.replace('+ c.Get', '+ c.WithRetry().Get'),
    );
  });
});

describe('Token refresh in C#', () => {
  it('wraps around a retry', async () =>
    assert.equal(
      await statementAfter('tokenRefresh', 'await http.WithRetry().‸GetAsync(u);'),
      'await http.WithRetry().WithTokenRefresh().GetAsync(u);',
    ));

  it('writes out what a constant of the class is worth, which its own class cannot name', async () => {
    const source =
      'class A\n{\n    private const string BaseUrl = "https://shop.example/v1";\n    Task F(HttpClient c) => c.‸GetAsync($"{BaseUrl}/a");\n}\n';
    const after = (await apply('tokenRefresh', source, 'csharp')) ?? '';
    assert.match(
      after,
      /new ApiTokens\(\n {8}"https:\/\/shop\.example",\n {8}Environment\.GetEnvironmentVariable\("API_ACCESS_TOKEN"\) \?\? "",/,
    );
  });
});

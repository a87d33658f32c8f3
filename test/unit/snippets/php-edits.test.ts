import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Api } from '../../../src/core/catalog/catalog';
import { apply } from './workbench';

const keyed: Api = { id: 'a', name: 'A', idempotency: { header: 'Idempotency-Key', methods: ['POST'] } };
const head = '<?php\n\nuse GuzzleHttp\\Client;\n\n';

/** What became of the body, which stands between the imports and the helpers. */
async function bodyAfter(
  kind: 'retry' | 'tokenRefresh',
  body: string,
  api?: Api,
): Promise<string | undefined> {
  const after = await apply(kind, `${head}${body}\n`, 'php', api);
  if (after === undefined || after.startsWith('disabled')) return after;
  return /;\n\n(?!use)([^]*?)\n\n\/\*\*/.exec(after)?.[1];
}

const twice = 'disabled: Repeating a {0} may do the work twice.';
const stream = 'disabled: The body is a stream, which cannot be sent a second time.';

describe('Retry in PHP', () => {
  for (const [body, after] of [
    ['$c = new Client();\n$c->‸get($u);', '$c = new Client();\nwithRetry($c)->get($u);'],
    ["$c = ‸new Client(['a' => 1]);", "$c = withRetry(new Client(['a' => 1]));"],
    [
      "$this->api = new \\GuzzleHttp\\Client();\n$this->api->‸request('PUT', $u);",
      "$this->api = new \\GuzzleHttp\\Client();\nwithRetry($this->api)->request('PUT', $u);",
    ],
    ['$r = (new Client())->‸get($u);', '$r = (withRetry(new Client()))->get($u);'],
    [
      "function f(?Client $c) { return $c?->‸deleteAsync('x'); }",
      "function f(?Client $c) { return withRetry($c)?->deleteAsync('x'); }",
    ],
    [
      '$c = new Client();\nwithTokenRefresh($c)->‸get($u);',
      '$c = new Client();\nwithTokenRefresh(withRetry($c))->get($u);',
    ],
    ['$c = withRetry(new Client());\n$c->‸get($u);', undefined],
    ['$c = new Client();\n$c->‸post($u);', twice],
    ["$c = new Client();\n$r = new Request('POST', $u);\n$c->‸send($r);", twice],
    ["$c = new Client();\n$f = popen('x', 'r');\n$c->‸put($u, ['body' => $f]);", stream],
    ['$cache->‸get($u);', undefined],
    ['$r = ‸curl_exec($ch);', '$r = curl_exec_with_retry($ch);'],
    ['$r = \\‸curl_exec($this->ch);', '$r = curl_exec_with_retry($this->ch);'],
    ['$ch = curl_init($u);\ncurl_setopt($ch, CURLOPT_POSTFIELDS, $x);\n$r = ‸curl_exec($ch);', twice],
    [
      "$ch = curl_init($u);\ncurl_setopt_array($ch, [CURLOPT_CUSTOMREQUEST => 'PUT', CURLOPT_POSTFIELDS => $x]);\n‸curl_exec($ch);",
      "$ch = curl_init($u);\ncurl_setopt_array($ch, [CURLOPT_CUSTOMREQUEST => 'PUT', CURLOPT_POSTFIELDS => $x]);\ncurl_exec_with_retry($ch);",
    ],
    ['$ch = curl_init($u);\ncurl_setopt($ch, CURLOPT_INFILE, $f);\n‸curl_exec($ch);', stream],
    [
      '$ch = curl_init($u);\ncurl_setopt($ch, CURLOPT_FILE, $f);\n‸curl_exec($ch);',
      'disabled: The answer is written out while it arrives, even when the attempt fails.',
    ],
    ['curl_exec_with_token_refresh(‸$ch);', 'curl_exec_with_token_refresh($ch, curl_exec_with_retry(...));'],
    ['curl_exec_with_token_refresh(‸$ch, curl_exec_with_retry(...));', undefined],
  ] as const) {
    it(`${body.split('\n').at(-1)}: ${after ?? 'not offered'}`, async () =>
      assert.equal(await bodyAfter('retry', body), after));
  }

  it('repeats what cURL posts by a key that the code sends', async () => {
    const post = '$ch = curl_init($u);\ncurl_setopt($ch, CURLOPT_POST, 1);\n@@‸curl_exec($ch);';
    const key = "curl_setopt($ch, CURLOPT_HTTPHEADER, ['Idempotency-Key: ' . $id]);\n";
    assert.equal(
      await bodyAfter('retry', post.replace('@@', ''), keyed),
      'disabled: The request has no {0}, by which a repeated {1} would be recognized.',
    );
    assert.match(
      (await bodyAfter('retry', post.replace('@@', key), keyed)) ?? '',
      /curl_exec_with_retry\(\$ch\);$/,
    );
  });

  it("goes before the closing tag, in the file's tabs and line ends", async () => {
    const source =
      '<?php\r\nfunction f($ch) {\r\n\tif ($ch) {\r\n\t\treturn ‸curl_exec($ch);\r\n\t}\r\n}\r\n?>\r\n<p>a</p>\r\n';
    const after = (await apply('retry', source, 'php')) ?? '';
    assert.match(
      after,
      /^<\?php\r\nfunction f\(\$ch\) \{\r\n\tif \(\$ch\) \{\r\n\t\treturn curl_exec_with_retry\(/,
    );
    assert.match(after, /\n\t\tusleep\(.*\r\n\t\}\r\n\}\r\n\r\n\?>\r\n<p>a<\/p>\r\n$/);
    assert.doesNotMatch(after, /[^\r]\n/);
  });

  it('says a class by its whole name where the file has another of that name', async () => {
    const source =
      "<?php\nnamespace App;\n\nuse Symfony\\Component\\HttpFoundation\\RequestInterface;\nuse GuzzleHttp\\Client as Http;\n\n$c = new Http();\n$c->‸get('x');\n";
    const after = (await apply('retry', source, 'php')) ?? '';
    assert.match(after, /__invoke\(\\Psr\\Http\\Message\\RequestInterface \$request/);
    assert.match(after, /function withRetry\(ClientInterface \$client\): Http\n/);
    assert.doesNotMatch(after, /use Psr\\Http\\Message\\RequestInterface;/);
  });
});

describe('Token refresh in PHP', () => {
  it('sends the token in place of the header that had it', async () => {
    const after = await bodyAfter(
      'tokenRefresh',
      "$ch = curl_init(BASE . '/a');\ncurl_setopt_array($ch, [\n    CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . $t, 'Accept: a/b'],\n]);\n$r = ‸curl_exec($ch);",
    );
    assert.match(
      after ?? '',
      /CURLOPT_HTTPHEADER => \['Accept: a\/b'\],\n\]\);\n\$r = curl_exec_with_token_refresh\(\$ch\);$/,
    );
  });

  it('writes out what a constant of the class is worth', async () => {
    const source =
      "<?php\n\nclass A\n{\n    private const BASE_URL = 'https://shop.example/v1';\n\n    function f()\n    {\n        $ch = curl_init(self::BASE_URL . '/a');\n        return ‸curl_exec($ch);\n    }\n}\n";
    const after = (await apply('tokenRefresh', source, 'php')) ?? '';
    assert.match(after, /new ApiTokens\(\n {8}'https:\/\/shop\.example',\n/);
  });

  it('is disabled where the header is set out of reach', async () => {
    const body =
      "$h = ['Authorization: Bearer ' . $t];\ncurl_setopt($ch, CURLOPT_HTTPHEADER, $h);\n‸curl_exec($ch);";
    assert.equal(await bodyAfter('tokenRefresh', body), 'disabled: The call has an argument {0} of its own.');
  });

  it('wraps around a retry, and names constants of the file', async () => {
    const source =
      "<?php\n\nuse GuzzleHttp\\Client;\n\nconst BASE_URL = 'https://shop.example';\nconst REFRESH_TOKEN = 'x';\n\n$c = new Client();\nwithRetry($c)->‸get(BASE_URL . '/a');\n";
    const after = (await apply('tokenRefresh', source, 'php')) ?? '';
    assert.match(after, /\nwithTokenRefresh\(withRetry\(\$c\)\)->get\(BASE_URL \. '\/a'\);\n/);
    assert.match(
      after,
      /new ApiTokens\(\n {8}BASE_URL,\n {8}getenv\('API_ACCESS_TOKEN'\) \?: '',\n {8}REFRESH_TOKEN,\n/,
    );
  });
});

describe("Retry and refresh with Laravel's Http", () => {
  for (const [kind, call, expected] of [
    ['retry', 'Http::g‸et($u)', 'Http::withMiddleware(retrying())->get($u)'],
    ['retry', '\\Http::g‸et($u)', '\\Http::withMiddleware(retrying())->get($u)'],
    [
      'retry',
      "Http::withToken($t)\n    ->timeout(3) // all\n    ->p‸ut('/a', $b)",
      "Http::withToken($t)\n    ->timeout(3) // all\n    ->withMiddleware(retrying())->put('/a', $b)",
    ],
    [
      'retry',
      'Http::acceptJson()->s‸end($m, $u)->json()',
      'Http::acceptJson()->withMiddleware(retrying())->send($m, $u)->json()',
    ],
    [
      'tokenRefresh',
      'Http::withMiddleware(retrying())->g‸et($u)',
      'Http::withMiddleware(retrying())->withMiddleware(refreshing())->get($u)',
    ],
    ['retry', 'Http::withMiddleware(retrying())->g‸et($u)', undefined],
    ['retry', 'Http::retry(3, 100)->g‸et($u)', undefined],
    ['retry', 'Http::baseUrl($u)->p‸ost($p)', 'disabled: Repeating a {0} may do the work twice.'],
    ['retry', "Http::send('POST', $p‸)", 'disabled: Repeating a {0} may do the work twice.'],
    [
      'retry',
      'Http::sink($f)->g‸et($p)',
      'disabled: The answer is written out while it arrives, even when the attempt fails.',
    ],
    ['retry', 'Cache::g‸et($u)', undefined],
    ['retry', 'Cache::store($s)->g‸et($u)', undefined],
  ] as ['retry' | 'tokenRefresh', string, string | undefined][]) {
    it(`${kind}: ${call}: ${expected ?? 'not offered'}`, async () => {
      const before =
        '<?php\n\nuse Illuminate\\Support\\Facades\\{Cache, Log};\nuse Illuminate\\Support\\Facades\\Http;\n\n';
      const after = await apply(kind, `${before}$x = ${call};\n`, 'php');
      if (expected === undefined || expected.startsWith('disabled')) assert.equal(after, expected);
      else assert.ok(after?.includes(`\n$x = ${expected};\n`), after);
    });
  }
});

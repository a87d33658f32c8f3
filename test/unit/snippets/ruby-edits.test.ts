import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply, helperText } from './workbench';

const retry = [helperText('ruby/net-http/with_retry.rb'), helperText('ruby/net-http/retry.rb')]
  .join('\n')
  .replace(/^(?:# frozen_string_literal.*|require .*)\n+/gm, '')
  .trimStart();

/** The last line after an action, in a file that requires net/http. */
async function lastLine(kind: 'retry' | 'tokenRefresh', body: string): Promise<string | undefined> {
  const after = await apply(kind, `require 'net/http'\n\n${body}\n`, 'ruby');
  return after?.startsWith('disabled') ? after : after?.trimEnd().split('\n').at(-1);
}

describe('Retry in Ruby', () => {
  const twice = 'disabled: Repeating a {0} may do the work twice.';
  const stream = 'disabled: The body is a stream, which cannot be sent a second time.';
  for (const [body, after] of [
    ['Net::HTTP.‸get_response(uri)', 'with_retry(Net::HTTP).get_response(uri)'],
    ['Net::HTTP.‸get(uri)', 'with_retry(Net::HTTP).get(uri)'],
    ['http = Net::HTTP.new(h)\nhttp.‸request(r)', 'with_retry(http).request(r)'],
    ['@http = Net::HTTP.new(h)\n@http.‸get(p)', 'with_retry(@http).get(p)'],
    ['Net::HTTP.start(h) { |c| c.‸get(p) }', 'Net::HTTP.start(h) { |c| with_retry(c).get(p) }'],
    ['Net::HTTP.‸start(h, 443)', 'with_retry(Net::HTTP).start(h, 443)'],
    [
      'http = Net::HTTP.new(h)\nwith_token_refresh(http).‸get(p)',
      'with_token_refresh(with_retry(http)).get(p)',
    ],
    ['http = Net::HTTP.new(h)\nr = Net::HTTP::Post.new(u)\nhttp.‸request(r)', twice],
    ['Net::HTTP.‸post(u, d)', twice],
    ['http = Net::HTTP.new(h)\nr = Net::HTTP::Put.new(u)\nr.body_stream = io\nhttp.‸request(r)', stream],
    ['cache.‸get(p)', undefined],
    ['Net::FTP.‸get(p)', undefined],
  ] as const) {
    it(`${body.split('\n').at(-1)}: ${after ?? 'not offered'}`, async () =>
      assert.equal(await lastLine('retry', body), after));
  }

  it('requires what the helper needs, in order, and stands below', async () => {
    const after = await apply('retry', `require 'net/http'\nrequire 'set'\n\nNet::HTTP.‸get(uri)\n`, 'ruby');
    assert.equal(
      after,
      `require 'net/http'\nrequire 'set'\nrequire 'time'\n\n${retry}\nwith_retry(Net::HTTP).get(uri)\n`,
    );
  });

  it('writes double quotes and CRLF where the file does', async () => {
    const source = `require "net/http"\r\n\r\nputs "a"\r\nNet::HTTP.‸get(uri)\r\n`;
    const after = (await apply('retry', source, 'ruby')) ?? '';
    assert.match(after, /require "time"\r\n/);
    assert.match(after, /response\["Retry-After"\]/);
    assert.doesNotMatch(after, /[^\r]\n/);
  });

  it('does nothing the second time, and adds its helper once for two calls', async () => {
    const once =
      (await apply('retry', `require 'net/http'\n\nNet::HTTP.‸get(a)\nNet::HTTP.get(b)\n`, 'ruby')) ?? '';
    assert.equal(await apply('retry', once.replace(').get(a', ').‸get(a'), 'ruby'), undefined);
    assert.equal(
      await apply('retry', once.replace('HTTP.get(b', 'HTTP.‸get(b'), 'ruby'),
      once.replace('Net::HTTP.get(b', 'with_retry(Net::HTTP).get(b'),
    );
  });
});

describe('Token refresh in Ruby', () => {
  it('names constants of the file and wraps around a retry', async () => {
    const source = `require 'net/http'\n\nBASE_URL = 'https://shop.example'\nREFRESH_TOKEN = 'x'\n\nwith_retry(Net::HTTP).‸get(URI("#{BASE_URL}/a"))\n`;
    const after = (await apply('tokenRefresh', source, 'ruby')) ?? '';
    assert.match(
      after,
      /API_TOKENS = ApiTokens\.new\(\n {2}BASE_URL,\n {2}ENV\.fetch\('API_ACCESS_TOKEN', ''\),\n {2}REFRESH_TOKEN\n\)/,
    );
    assert.match(after, /with_token_refresh\(with_retry\(Net::HTTP\)\)\.get\(URI\("#\{BASE_URL\}\/a"\)\)\n$/);
  });
});

describe('Retry and refresh with Faraday', () => {
  for (const [kind, name, program, expected] of [
    ['retry', 'the module', 'x = Faraday.g‸et(u)', 'x = with_retry(Faraday.default_connection).get(u)'],
    ['retry', 'a connection', 'c = Faraday.new(u)\nc.g‸et("/a")', 'with_retry(c).get("/a")'],
    ['retry', 'a memoized connection', '@c ||= Faraday.new(u)\n@c.g‸et("/a")', 'with_retry(@c).get("/a")'],
    [
      'retry',
      'a connection that a method gives',
      'def c\n  @c ||= Faraday.new(url: u)\nend\nc.d‸elete("/a")',
      'with_retry(c).delete("/a")',
    ],
    [
      'retry',
      'its own retry',
      'c = Faraday.new(u) { |f| f.request :retry, max: 2 }\nc.g‸et("/a")',
      undefined,
    ],
    ['retry', 'a creation', 'C = Faraday.n‸ew(url: u)', 'C = with_retry(Faraday.new(url: u))'],
    ['retry', 'twice', 'C = with_retry(Faraday.n‸ew(url: u))', undefined],
    [
      'retry',
      'POST',
      'c = Faraday.new(u)\nc.p‸ost("/a", x)',
      'disabled: Repeating a {0} may do the work twice.',
    ],
    [
      'tokenRefresh',
      'around a retry',
      'c = Faraday.new(u)\nwith_retry(c).g‸et("/a")',
      'with_token_refresh(with_retry(c)).get("/a")',
    ],
  ] as ['retry' | 'tokenRefresh', string, string, string | undefined][]) {
    it(`${kind}: ${name}: ${expected ?? 'not offered'}`, async () => {
      const after = await apply(kind, `require 'faraday'\n\n${program}\n`, 'ruby');
      if (expected === undefined || expected.startsWith('disabled')) assert.equal(after, expected);
      else assert.equal(after?.trimEnd().split('\n').at(-1), expected);
    });
  }
});

describe('Retry and refresh with HTTParty', () => {
  const shop = (lines: string) => `class Shop\n  include HTTParty\n${lines}end`;
  const set = '  connection_adapter retrying_connections(connection_adapter)\n';
  for (const [kind, program, expected] of [
    ['retry', 'x = HTTParty.g‸et(u)', 'x = with_retry(HTTParty).get(u)'],
    ['retry', 'HTTParty.p‸ost(u, body: b)', 'disabled: Repeating a {0} may do the work twice.'],
    [
      'retry',
      'HTTParty.p‸ut(u, body_stream: f)',
      'disabled: The body is a stream, which cannot be sent a second time.',
    ],
    [
      'retry',
      shop('  def a = self.class.g‸et("/a")\n'),
      shop('  def a = with_retry(self.class).get("/a")\n'),
    ],
    ['retry', `${shop('')}\nShop.g‸et("/a")`, `${shop('')}\nwith_retry(Shop).get("/a")`],
    ['retry', shop('').replace('inc', 'inc‸'), shop(set)],
    ['retry', shop(set).replace('inc', 'inc‸'), undefined],
    ['retry', shop(`${set}\n  def a = self.class.g‸et("/a")\n`), undefined],
    [
      'tokenRefresh',
      shop(set).replace('inc', 'inc‸'),
      shop(`${set}${set.replace('retrying', 'refreshing')}`),
    ],
    ['tokenRefresh', 'with_retry(HTTParty).g‸et(u)', 'with_token_refresh(with_retry(HTTParty)).get(u)'],
    ['retry', 'class A\n  include Comp‸arable\nend', undefined],
    ['retry', 'Cache.g‸et(u)', undefined],
  ] as ['retry' | 'tokenRefresh', string, string | undefined][]) {
    it(`${kind}: ${program}: ${expected ?? 'not offered'}`, async () => {
      const after = await apply(kind, `require 'httparty'\n\n${program}\n`, 'ruby');
      if (expected === undefined || expected.startsWith('disabled')) assert.equal(after, expected);
      else assert.ok(after?.endsWith(`\n\n${expected}\n`), after);
    });
  }
});

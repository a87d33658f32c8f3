import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { curlCommand, shellQuote } from '../../../src/core/diagnose/curl';
import { request } from '../exchange/samples';

describe('a request as curl', () => {
  it('has method, URL, header fields and body', () => {
    const sent = request({
      method: 'POST',
      url: 'https://a.example/x?a=1&b=2',
      headers: { Host: 'a.example', Accept: '*/*' },
      body: '{"a":"it\'s"}',
    });
    assert.equal(
      curlCommand(sent),
      [
        "curl -i -X POST 'https://a.example/x?a=1&b=2'",
        "-H 'Accept: */*'",
        String.raw`--data-raw '{"a":"it'\''s"}'`,
      ].join(' \\\n  '),
    );
  });

  it('means to a shell just what it says', () => {
    const texts = ["it's", '$(id) `id` "x" \\', 'a\nb', "'; rm -rf ~ #", '!x', '', '-n', 'é\u200b', '~', '*'];
    for (const text of texts) {
      const said = execFileSync('sh', ['-c', `printf '%s' ${shellQuote(text)}`], { encoding: 'utf8' });
      assert.equal(said, text);
    }
  });
});

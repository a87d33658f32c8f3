import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

/** The statement at the cursor, after an action, in an async function of a file that uses reqwest. */
async function statementAfter(
  kind: 'retry' | 'tokenRefresh',
  statement: string,
  use = 'use reqwest::Client;\n\n',
): Promise<string | undefined> {
  const after = await apply(kind, `${use}async fn f(c: &Client) {\n    ${statement}\n}\n`, 'rust');
  if (after === undefined || after.startsWith('disabled')) return after;
  return /async fn f\(c: &Client\) \{\n {4}([^]*?)\n\}/.exec(after)?.[1];
}

const twice = 'disabled: Repeating a {0} may do the work twice.';
const stream = 'disabled: The body is a stream, which cannot be sent a second time.';

describe('Retry in Rust', () => {
  for (const [statement, after] of [
    ['let r = c.get(u).‸send().await?;', 'let r = c.get(u).send_with_retry().await?;'],
    [
      'c.put(u)\n        .json(&b) // all\n        .‸send()\n        .await?\n        .text().await?;',
      'c.put(u)\n        .json(&b) // all\n        .send_with_retry()\n        .await?\n        .text().await?;',
    ],
    [
      'c.get(u).‸send_with_token_refresh(reqwest::RequestBuilder::send).await?;',
      'c.get(u).send_with_token_refresh(reqwest::RequestBuilder::send_with_retry).await?;',
    ],
    ['c.post(u).json(&b).‸send().await?;', twice],
    ['c.request(Method::PATCH, u).‸send().await?;', twice],
    ['let r = c.post(u); let s = r.‸send().await?;', twice],
    ['c.put(u).body(Body::wrap_stream(s)).‸send().await?;', stream],
    ['c.get(u).‸send_with_retry().await?;', undefined],
    ['c.get(u).send_with_token_refresh(reqwest::RequestBuilder::‸send_with_retry).await?;', undefined],
    ['channel.‸send(u).await?;', undefined],
    ['let r = c.get(u).‸send()?;', undefined],
  ] as const) {
    it(`${statement.replaceAll(/\s+/g, ' ')}: ${after ? 'rewritten' : 'not offered'}`, async () =>
      assert.equal(await statementAfter('retry', statement), after));
  }

  it('is not offered in a file that does not name reqwest', async () =>
    assert.equal(
      await statementAfter('retry', 'c.get(u).‸send().await?;', 'use surf::Client;\n\n'),
      undefined,
    ));

  it('adds its module once, at the end', async () => {
    const source =
      'use reqwest::Client;\r\n\r\nasync fn f(c: Client) {\r\n\tc.get(A).‸send().await;\r\n\tc.get(B).send().await;\r\n}\r\n';
    const once = (await apply('retry', source, 'rust')) ?? '';
    assert.match(
      once,
      /\r\n\}\r\n\r\nuse send_with_retry::SendWithRetry;\r\n\r\nmod send_with_retry \{\r\n\tuse super::retry_delays;\r\n\tuse reqwest::/,
    );
    assert.doesNotMatch(once, /[^\r]\n/);
    assert.equal(
      await apply('retry', once.replace('(B).send', '(B).‸send'), 'rust'),
      once.replace('(B).send', '(B).send_with_retry'),
    );
  });
});

describe('Token refresh in Rust', () => {
  it('sends by what sends already, and names constants of the file', async () => {
    const source =
      'use reqwest::Client;\n\nconst BASE_URL: &str = "https://shop.example";\n\nasync fn f(c: Client) {\n    c.get(format!("{BASE_URL}/a")).‸send_with_retry().await;\n}\n';
    const after = (await apply('tokenRefresh', source, 'rust')) ?? '';
    assert.match(after, /\.send_with_token_refresh\(reqwest::RequestBuilder::send_with_retry\)\.await;/);
    assert.match(after, /fn api_url\(\) -> String \{\n {8}super::BASE_URL\.into\(\)\n/);
    assert.match(after, /std::env::var\("API_REFRESH_TOKEN"\)\.unwrap_or_default\(\)/);
  });
});

describe('Retry and refresh with Rust clients that wait', () => {
  const blocking = 'use reqwest::blocking::Client;\n\n';
  const ureq = 'use ureq::Agent;\n\n';
  for (const [kind, use, statement, after] of [
    ['retry', blocking, 'let r = c.get(u).‸send()?;', 'let r = c.get(u).send_with_retry()?;'],
    [
      'retry',
      blocking,
      'c.put(u)\n        .‸send()\n        .unwrap();',
      'c.put(u)\n        .send_with_retry()\n        .unwrap();',
    ],
    ['retry', blocking, 'match c.get(u).‸send() { _ => {} }', 'match c.get(u).send_with_retry() { _ => {} }'],
    ['retry', blocking, 'c.post(u).‸send()?;', twice],
    ['retry', blocking, 'sender.‸send(x)?;', undefined],
    [
      'tokenRefresh',
      blocking,
      'c.get(u).‸send_with_retry()?;',
      'c.get(u).send_with_token_refresh(reqwest::blocking::RequestBuilder::send_with_retry)?;',
    ],
    [
      'retry',
      'use reqwest::{blocking, header};\n\n',
      'blocking::get(u)?; c.get(u).‸send()?;',
      'blocking::get(u)?; c.get(u).send_with_retry()?;',
    ],
    [
      'retry',
      ureq,
      'let r = c.get(u).‸call()?;',
      'let r = c.get(u).send_with_retry(|request| request.call())?;',
    ],
    [
      'retry',
      ureq,
      'ureq::get(u)\n        .‸call()?;',
      'ureq::get(u)\n        .send_with_retry(|request| request.call())?;',
    ],
    [
      'retry',
      ureq,
      'c.put(u).‸send_json(b)?;',
      'c.put(u).send_with_retry(|request| request.send_json(&b))?;',
    ],
    [
      'retry',
      ureq,
      'c.put(u).‸send_json(&b)?;',
      'c.put(u).send_with_retry(|request| request.send_json(&b))?;',
    ],
    [
      'retry',
      ureq,
      'c.put(u).‸send_string("")?;',
      'c.put(u).send_with_retry(|request| request.send_string(""))?;',
    ],
    ['retry', ureq, 'c.post(u).‸send_json(b)?;', twice],
    ['retry', ureq, 'c.request("PATCH", u).‸call()?;', twice],
    ['retry', ureq, 'self.handler.‸call();', undefined],
    ['retry', ureq, 'c.get(u).send_with_retry(|request| request.‸call())?;', undefined],
    [
      'retry',
      ureq,
      'c.get(u).‸send_with_token_refresh(|request| request.call())?;',
      'c.get(u).send_with_token_refresh(|request| request.send_with_retry(|request| request.call()))?;',
    ],
    [
      'tokenRefresh',
      ureq,
      'c.get(u).‸send_with_retry(|request| request.call())?;',
      'c.get(u).send_with_token_refresh(|request| request.send_with_retry(|request| request.call()))?;',
    ],
  ] as const) {
    it(`${kind}: ${statement.replaceAll(/\s+/g, ' ')}: ${after ? 'rewritten' : 'not offered'}`, async () =>
      assert.equal(await statementAfter(kind, statement, use), after));
  }
});

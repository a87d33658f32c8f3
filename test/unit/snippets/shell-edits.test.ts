import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

/** The last line after an action. */
async function lastLine(kind: 'retry' | 'tokenRefresh', body: string): Promise<string | undefined> {
  const after = await apply(kind, `#!/bin/sh\nset -eu\n\n${body}\n`, 'shellscript');
  return after?.startsWith('disabled') ? after : after?.trimEnd().split('\n').at(-1);
}

const twice = 'disabled: Repeating a {0} may do the work twice.';
const stream = 'disabled: The body is a stream, which cannot be sent a second time.';

describe('Retry in shell scripts', () => {
  for (const [body, after] of [
    ['‸curl -sS https://a.example/x', 'with_retry curl -sS https://a.example/x'],
    ['a=$(‸curl "$URL" | jq -r .a)', 'a=$(with_retry curl "$URL" | jq -r .a)'],
    ['if ! ‸curl -fsS "$1"; then exit 1; fi', 'if ! with_retry curl -fsS "$1"; then exit 1; fi'],
    ['‸curl "${options[@]}" "$1"', 'with_retry curl "${options[@]}" "$1"'],
    ['with_token_refresh ‸curl "$1"', 'with_token_refresh with_retry curl "$1"'],
    ['‸curl -XPUT -d @body.json "$1"', 'with_retry curl -XPUT -d @body.json "$1"'],
    ['‸curl -G -d a=1 "$1"', 'with_retry curl -G -d a=1 "$1"'],
    ['‸curl -sSX "POST" "$1"', twice],
    ['‸curl -sd a=1 "$1"', twice],
    ['‸curl --json "{}" "$1"', twice],
    ['‸curl -X PATCH "$1"', twice],
    ['a | ‸curl -X PUT --data-binary @- "$1"', stream],
    ['a | ‸curl -T - "$1"', stream],
    ['‸curl --retry 3 "$1"', undefined],
    ['with_retry ‸curl "$1"', undefined],
    ['curl() { :; }; ‸curl "$1"', undefined],
    ['‸wget "$1"', undefined],
    ['echo ‸curl', undefined],
  ] as const) {
    it(`${body}: ${after ?? 'not offered'}`, async () => assert.equal(await lastLine('retry', body), after));
  }

  it('adds its functions once, above the first call and below what sets the shell up', async () => {
    const source =
      '#!/usr/bin/env bash\n# Copies.\n#\n# By night.\n\nset -euo pipefail\nsource ./lib.sh\n\n‸curl a\ncurl b\n';
    const once = (await apply('retry', source, 'shellscript')) ?? '';
    assert.match(
      once,
      /^#!\/usr\/bin\/env bash\n# Copies\.\n#\n# By night\.\n\nset -euo pipefail\nsource \.\/lib\.sh\n\n# with_retry curl/,
    );
    assert.match(once, /\n\}\n\nwith_retry curl a\ncurl b\n$/);
    const twice = await apply('retry', once.replace('\ncurl b', '\n‸curl b'), 'shellscript');
    assert.equal(twice, once.replace('\ncurl b', '\nwith_retry curl b'));
  });
});

describe('Token refresh in shell scripts', () => {
  it('sends the token in place of the header that had it, and names variables of the file', async () => {
    const source = `BASE_URL=https://shop.example\nreadonly TOKEN="$1"\n\n‸curl -sS \\\n  -H "Authorization: Bearer \${TOKEN}" \\\n  -H 'Accept: a/b' \\\n  "$BASE_URL/orders"\n`;
    const after = (await apply('tokenRefresh', source, 'shellscript')) ?? '';
    assert.match(
      after,
      /\nwith_token_refresh curl -sS \\\n {2}-H 'Accept: a\/b' \\\n {2}"\$BASE_URL\/orders"\n$/,
    );
    assert.match(
      after,
      /\napi_url="\$BASE_URL"\nfirst_access="\$TOKEN"\nfirst_refresh="\$\{API_REFRESH_TOKEN:-\}"\n/,
    );
  });

  it('wraps around a retry', async () =>
    assert.equal(
      await lastLine('tokenRefresh', 'with_retry ‸curl "$1"'),
      'with_token_refresh with_retry curl "$1"',
    ));

  it('is disabled where the header is set out of reach', async () =>
    assert.equal(
      await lastLine('tokenRefresh', 'h=(-H "Authorization: Bearer $t"); ‸curl "${h[@]}" "$1"'),
      'disabled: The call has an argument {0} of its own.',
    ));
});

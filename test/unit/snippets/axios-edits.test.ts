import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

/** The line of the call after an action at `‸`, in a file that imports axios and has an instance `api`. */
async function lineAfter(kind: 'retry' | 'tokenRefresh', line: string): Promise<string | undefined> {
  const head = `import axios from 'axios';\n\nconst api = axios.create({ baseURL: '/v1' });\n`;
  const after = await apply(kind, `${head}export const f = (u, c) =>\n  ${line};\n`, 'javascript');
  return after?.startsWith('disabled') ? after : after && /export const f = .*\n {2}(.*);\n/.exec(after)?.[1];
}

describe('Retry with axios: an adapter in the options of the call', () => {
  for (const [before, after] of [
    ['axios.‸get(u)', 'axios.get(u, { adapter: retrying() })'],
    ['axios.‸get(u, { params: c })', 'axios.get(u, { params: c, adapter: retrying() })'],
    ['axios.‸get(u, {})', 'axios.get(u, { adapter: retrying() })'],
    ['axios.‸get(u, c)', 'axios.get(u, { ...c, adapter: retrying() })'],
    ['axios.‸put(u)', 'axios.put(u, undefined, { adapter: retrying() })'],
    ['axios.‸put(u, { a: 1 })', 'axios.put(u, { a: 1 }, { adapter: retrying() })'],
    ['axios.‸request({ url: u })', 'axios.request({ url: u, adapter: retrying() })'],
    ['axios‸({ url: u })', 'axios({ url: u, adapter: retrying() })'],
    ["axios‸('/v1')", "axios('/v1', { adapter: retrying() })"],
    ['axios.‸create()', 'axios.create({ adapter: retrying() })'],
    ['api.‸get(u)', 'api.get(u, { adapter: retrying() })'],
    ['axios.‸get(u, { adapter: refreshing() })', 'axios.get(u, { adapter: refreshing(retrying()) })'],
    ['axios.‸get(u, { adapter: retrying() })', undefined],
    ['axios.‸get(u, { adapter: mine })', 'disabled: The call has an argument {0} of its own.'],
    ['axios.‸get(...u)', 'disabled: The call has other arguments where {0} would go.'],
    ['axios‸(c)', 'disabled: The call has other arguments where {0} would go.'],
    ['axios.‸post(u)', 'disabled: Repeating a {0} may do the work twice.'],
    [
      'axios.‸put(u, fs.createReadStream(c))',
      'disabled: The body is a stream, which cannot be sent a second time.',
    ],
    ['other.‸get(u)', undefined],
  ] as const) {
    it(`${before}: ${after ?? 'not offered'}`, async () =>
      assert.equal(await lineAfter('retry', before), after));
  }

  it('goes inside of a refresh that is there', async () => {
    assert.equal(
      await lineAfter('tokenRefresh', 'axios.‸get(u, { adapter: retrying() })'),
      'axios.get(u, { adapter: refreshing(retrying()) })',
    );
  });

  it('is not offered for an instance that has it already', async () => {
    const source = `import axios from 'axios';\nconst api = axios.create({ adapter: retrying() });\napi.‸get('/a');\n`;
    assert.equal(await apply('retry', source, 'javascript'), undefined);
    assert.equal(await apply('tokenRefresh', source, 'javascript'), undefined);
  });

  it('calls the library by its name in the file', async () => {
    const after = await apply('retry', `import http from 'axios';\nhttp.‸get('/a');\n`, 'javascript');
    assert.match(after ?? '', /http\.getAdapter\(http\.defaults\.adapter\)/);
    assert.doesNotMatch(after ?? '', /(?<!')axios\b(?!-)(?!')/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

const heads = {
  got: `import got, { type Got } from 'got';\n\nconst api = got.extend({ prefixUrl: '/v1' });\n`,
  ky: `import ky, { type KyInstance } from 'ky';\n\nconst api = ky.create({ prefixUrl: '/v1' });\n`,
};

/** The line of the call after an action at `‸`, in a file that imports a library and has an instance `api`. */
async function lineAfter(
  library: keyof typeof heads,
  kind: 'retry' | 'tokenRefresh',
  line: string,
  rest = '',
) {
  const source = `${heads[library]}export const f = (u: URL, c: {}, g: Got, k: KyInstance) =>\n  ${line};\n${rest}`;
  const after = await apply(kind, source, 'typescript');
  return after?.startsWith('disabled') ? after : after && /export const f = .*\n {2}(.*);\n/.exec(after)?.[1];
}

const stream = 'disabled: The body is a stream, which cannot be sent a second time.';
const own = 'disabled: The call has an argument {0} of its own.';

describe('Retry and refresh with got and ky: clients that are extended', () => {
  for (const [library, kind, before, after] of [
    ['got', 'retry', 'got.‸get(u)', 'retryingGot.get(u)'],
    ['got', 'retry', 'got‸(u, c).json()', 'retryingGot(u, c).json()'],
    ['got', 'retry', 'api.‸get(u)', 'api.extend(retryingGot).get(u)'],
    ['got', 'retry', 'api‸(u)', 'api.extend(retryingGot)(u)'],
    ['got', 'retry', 'g.‸get(u)', 'g.extend(retryingGot).get(u)'],
    [
      'got',
      'retry',
      'api.extend(refreshingGot).‸get(u)',
      'api.extend(retryingGot).extend(refreshingGot).get(u)',
    ],
    ['got', 'retry', 'api.extend(retryingGot).‸get(u)', undefined],
    ['got', 'retry', 'retryingGot.‸get(u)', undefined],
    ['got', 'retry', 'got.‸get(u, { retry: { limit: 9 } })', undefined],
    ['got', 'retry', 'got.‸get(u, { retry: 0 })', own],
    ['got', 'retry', 'got.‸put(u, { body: fs.createReadStream(c) })', stream],
    ['got', 'retry', 'got.‸post(u)', 'disabled: Repeating a {0} may do the work twice.'],
    ['got', 'retry', 'other.‸get(u)', undefined],
    [
      'got',
      'tokenRefresh',
      'api.extend(retryingGot).‸get(u)',
      'api.extend(retryingGot).extend(refreshingGot).get(u)',
    ],
    ['got', 'tokenRefresh', 'got.‸get(u)', 'refreshingGot.get(u)'],
    ['ky', 'retry', 'ky.‸get(u)', 'ky.extend(retrying).get(u)'],
    ['ky', 'retry', 'ky‸(u).json()', 'ky.extend(retrying)(u).json()'],
    ['ky', 'retry', 'api.‸get(u)', 'api.extend(retrying).get(u)'],
    ['ky', 'retry', 'k‸(u)', 'k.extend(retrying)(u)'],
    ['ky', 'retry', 'ky.extend(retrying).‸get(u)', undefined],
    ['ky', 'retry', 'ky.extend(refreshing)‸(u)', 'ky.extend(retrying).extend(refreshing)(u)'],
    ['ky', 'retry', 'ky.‸get(u, { retry: 9 })', undefined],
    ['ky', 'retry', 'ky.‸get(u, { retry: 0 })', own],
    ['ky', 'tokenRefresh', 'ky.extend(retrying)‸(u)', 'ky.extend(retrying).extend(refreshing)(u)'],
  ] as const) {
    it(`${library}, ${kind}: ${before}: ${after ?? 'not offered'}`, async () =>
      assert.equal(await lineAfter(library, kind, before), after));
  }

  it('know a client in a field and in a parameter property', async () => {
    const source = `import ky, { type KyInstance } from 'ky';\n\nexport class A {\n  private readonly own = ky.create();\n\n  constructor(private readonly api: KyInstance) {}\n\n  f = () => this.own.get('/a');\n  g = () => this.api.get('/b');\n}\n`;
    const once = (await apply('retry', source.replace("own.get('", "own.‸get('"), 'typescript')) ?? '';
    assert.match(once, /f = \(\) => this\.own\.extend\(retrying\)\.get\('\/a'\);/);
    const twice = await apply('retry', once.replace("api.get('", "api.‸get('"), 'typescript');
    assert.equal(twice, once.replace('this.api.get', 'this.api.extend(retrying).get'));
  });

  it('leave a client alone that retries or refreshes by itself', async () => {
    const made = `ky.create({\n  retry: { limit: 3 },\n  hooks: { afterResponse: [\n    (q, o, r) => (r.status === 401 ? again(q) : r),\n  ] },\n})`;
    for (const source of [
      `import ky from 'ky';\n\nconst api = ${made};\napi.‸get('/a');\n`,
      `import ky from 'ky';\n\nclass A {\n  api = ${made};\n  f = () => this.api.‸get('/a');\n}\n`,
    ]) {
      assert.equal(await apply('retry', source, 'typescript'), undefined);
      assert.equal(await apply('tokenRefresh', source, 'typescript'), undefined);
    }
  });
});

describe('What a module gives by default, required', () => {
  for (const library of ['got', 'ky', 'axios']) {
    it(`const ${library} = require('${library}').default`, async () => {
      const source = `const ${library} = require('${library}').default;\n\n${library}.‸get(u);\n`;
      assert.match((await apply('retry', source, 'javascript')) ?? '', /retrying/);
    });
  }
});

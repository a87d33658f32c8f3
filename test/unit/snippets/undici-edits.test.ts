import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { apply } from './workbench';

describe('Retry and refresh with undici: its function is wrapped', () => {
  for (const [kind, imports, before, after] of [
    ['retry', `import { request } from 'undici';`, 'request‸(u)', 'retrying(request)(u)'],
    ['retry', `import { request as send } from 'undici';`, 'send‸(u, o)', 'retrying(send)(u, o)'],
    ['retry', `import * as undici from 'undici';`, 'undici.‸request(u)', 'retrying(undici.request)(u)'],
    ['retry', `const { request: send } = require('undici');`, 'send‸(u)', 'retrying(send)(u)'],
    ['retry', `import { request } from 'undici';`, 'retrying(request)‸(u)', undefined],
    [
      'retry',
      `import { request } from 'undici';`,
      'refreshing(request)‸(u)',
      'retrying(refreshing(request))(u)',
    ],
    [
      'tokenRefresh',
      `import undici from 'undici';`,
      'retrying(undici.request)‸(u)',
      'refreshing(retrying(undici.request))(u)',
    ],
    [
      'retry',
      `import { request } from 'undici';`,
      `request‸(u, { method: 'POST' })`,
      'disabled: Repeating a {0} may do the work twice.',
    ],
    [
      'retry',
      `import { request } from 'undici';`,
      `request‸(u, { method: 'PUT', body: fs.createReadStream(p) })`,
      'disabled: The body is a stream, which cannot be sent a second time.',
    ],
    ['retry', `import { request } from 'https';`, 'request‸(u)', undefined],
  ] as const) {
    it(`${kind}: ${imports} ${before}: ${after ?? 'not offered'}`, async () => {
      const applied = await apply(
        kind,
        `${imports}\n\nexport const f = (u, o, p) =>\n  ${before};\n`,
        'javascript',
      );
      const done = applied?.startsWith('disabled')
        ? applied
        : /export const f = .*\n {2}(.*);\n/.exec(applied ?? '')?.[1];
      assert.equal(done, after);
    });
  }
});

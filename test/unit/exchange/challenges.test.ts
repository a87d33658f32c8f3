import assert from 'node:assert/strict';
import { parseChallenges } from '../../../src/core/exchange/readings/challenges';

const table: readonly (readonly [
  field: string,
  challenges: [scheme: string, parameters: Record<string, string>][],
])[] = [
  ['Basic realm="simple"', [['Basic', { realm: 'simple' }]]],
  [
    'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
    [
      ['Newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ['Basic', { realm: 'simple' }],
    ],
  ],
  ['Bearer', [['Bearer', {}]]],
  [
    'Negotiate, Basic',
    [
      ['Negotiate', {}],
      ['Basic', {}],
    ],
  ],
  [
    'Negotiate YIIB/Q==, Basic realm="x"',
    [
      ['Negotiate', {}],
      ['Basic', { realm: 'x' }],
    ],
  ],
  [
    'Bearer error="insufficient_scope" , scope="a b"',
    [['Bearer', { error: 'insufficient_scope', scope: 'a b' }]],
  ],
  ['Digest realm="a,b",qop="auth"', [['Digest', { realm: 'a,b', qop: 'auth' }]]],
  ['', []],
  ['"', []],
];

describe('challenges (RFC 9110 §11.6.1)', () => {
  for (const [field, expected] of table) {
    it(`are taken apart: ${field}`, () => {
      assert.deepEqual(
        parseChallenges(field).map(({ scheme, parameters }) => [scheme, { ...parameters }]),
        expected,
      );
    });
  }
});

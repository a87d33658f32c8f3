import assert from 'node:assert/strict';
import { readFieldValue } from '../../../src/core/explain/field-value';
import { plainL10n } from '../../../src/core/text/language';
import { render } from '../../../src/core/text/render';

const now = Date.UTC(2026, 10, 21, 8, 0, 0);
const said = (text: string, name: string): string[] =>
  readFieldValue(name, text, text.indexOf(name), now).map((each) => render(each, plainL10n()));

describe('the value of a field says', () => {
  const cases: [text: string, name: string, expected: string[]][] = [
    ['Retry-After: 60', 'Retry-After', ['Try again 1 min after the answer.']],
    ['"Retry-After": "60",', 'Retry-After', ['Try again 1 min after the answer.']],
    [
      '< Retry-After: Sat, 21 Nov 2026 08:05:00 GMT',
      'Retry-After',
      ['Try again at 2026-11-21 08:05 UTC, in 5 min.'],
    ],
    [
      'Date: Sat, 21 Nov 2026 07:59:30 GMT\nContent-Type: text/plain\nRetry-After: 10\n',
      'Retry-After',
      ['The wait was over at 2026-11-21 07:59:40 UTC, 20 s ago.'],
    ],
    [
      'X-RateLimit-Reset: 1699564800',
      'X-RateLimit-Reset',
      [
        'The window was reset at 2023-11-09 21:20 UTC, 1107 d 10 h ago.',
        'Assumed: read as seconds since 1970.',
      ],
    ],
    [
      "headers: { 'x-ratelimit-reset': '30' }",
      'x-ratelimit-reset',
      ['The window resets 30 s after the answer.', 'Assumed: read as seconds from now.'],
    ],
    [
      'RateLimit: "burst";r=50;t=30\nRateLimit-Policy: "burst";q=100;w=60',
      'RateLimit',
      [
        '50 of 100 requests are left.',
        'The window is 1 min long.',
        'The window resets 30 s after the answer.',
      ],
    ],
    [
      'RateLimit: limit=100, remaining=0, reset=5',
      'RateLimit',
      ['0 of 100 requests are left.', 'The window resets 5 s after the answer.'],
    ],
    [
      'x-ratelimit-reset-tokens: 6m0s',
      'x-ratelimit-reset-tokens',
      ['The window resets 6 min after the answer.'],
    ],
    [
      'WWW-Authenticate: Bearer realm="x", error="invalid_token", error_description="expired"',
      'WWW-Authenticate',
      ['Bearer: the error is `invalid_token`. expired'],
    ],
    [
      'WWW-Authenticate: Basic realm="x"',
      'WWW-Authenticate',
      ['Basic: no error is named, so no usable credential arrived.'],
    ],
    ['Sunset: Sun, 22 Nov 2026 08:00:00 GMT', 'Sunset', ['2026-11-22 08:00 UTC, in 1 d.']],
    ['Deprecation: @1688169599', 'Deprecation', ['2023-06-30 23:59:59 UTC, 1239 d 8 h ago.']],
    ['Retry-After: soon', 'Retry-After', []],
    ['Retry-After:', 'Retry-After', []],
    ['Accept: */*', 'Accept', []],
    ["response.headers.get('Retry-After')", 'Retry-After', []],
  ];
  for (const [text, name, expected] of cases)
    it(`${text.replaceAll('\n', ' ⏎ ')}`, () => assert.deepEqual(said(text, name), expected));
});

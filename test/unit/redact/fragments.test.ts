import { strict as assert } from 'node:assert';
import { fragmentRedactor } from '../../../src/core/redact/fragments';
import { redactorOf } from '../../../src/core/redact/redactor';

const token = 'q7Zt0PmX4vLr9KdE2sYb';
const redact = fragmentRedactor([token, 'correct horse staple', 'tiny', 'ann@example.com:Xy12zK90pQ77']);

describe('parts of secrets', () => {
  const hidden: [what: string, text: string, shown: string][] = [
    ['the whole', `at ${token}!`, 'at …(…, 20 chars)!'],
    ['its first twelve characters', `${token.slice(0, 12)}...`, '…(…, 12 chars)...'],
    ['its last twelve characters', `…${token.slice(-12)}`, '……(…, 12 chars)'],
    ['in upper case', token.toUpperCase(), '…(…, 20 chars)'],
    ['in lines', 'q7Zt0Pm\n  X4vLr9\n  KdE2sYb', '…(…, 26 chars)'],
    ['percent-encoded twice', [...token].map((char) => `%25${char.charCodeAt(0).toString(16)}`).join(''), '…(…, 100 chars)'],
    ['as escapes of JSON', [...token].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join(''), '…(…, 120 chars)'],
    ['as entities', [...token].map((char) => `&#${char.charCodeAt(0)};`).join(''), `…(…, ${String([...token].map((char) => `&#${char.charCodeAt(0)};`).join('').length)} chars)`],
    ['in hex', Buffer.from(token).toString('hex'), '…(…, 40 chars)'],
    ['what a person made up, as a whole', 'CORRECT\\nHORSE\\nSTAPLE', '…(…, 22 chars)'],
  ]; // prettier-ignore
  for (const [what, text, shown] of hidden) {
    it(`${what}: taken out`, () => assert.equal(redact?.(text), shown));
  }

  for (const before of ['', 'x', 'xy', 'xyz'])
    it(`Base64 behind ${before.length} other bytes: taken out`, () => {
      const shown = redact?.(Buffer.from(`${before}${token}--`).toString('base64')) ?? '';
      assert.match(shown, /^[\w+/=]{0,6}…\(…, \d+ chars\)[\w+/=]{0,6}$/);
    });

  const kept: string[] = [
    'correct horse',
    'tiny',
    'ann@example.com',
    token.slice(0, 9),
    'A quite ordinary sentence, with 12 numbers and 100 % of its words.',
    '2026-11-21T06:00:00.000Z',
    '%%%\\\\\\&&&amp;&#;%zz',
    '',
  ];
  for (const text of kept) it(`${JSON.stringify(text)} stays`, () => assert.equal(redact?.(text), text));

  it('nothing is looked for where no secret is long enough', () =>
    assert.equal(fragmentRedactor(['abc', '']), undefined));

  it('addresses, times and words do not take others along', () => {
    const words = [
      'https://shop.example.com/a1',
      '2026-11-21T06:00:00Z',
      'theme=dark mode',
      'authentication',
    ];
    const text = 'Request to shop.example.com at 2026-11-21T07:30:00Z: dark mode needs authenticated users';
    assert.equal(redactorOf(new Set(words), new Set())(text), text);
  });

  it('takes ten megabytes in good time', () => {
    const start = performance.now();
    redact?.('q7Zt0PmX4 %41 '.repeat(750_000));
    assert.ok(performance.now() - start < 10_000);
  });
});

import assert from 'node:assert/strict';
import { cutAtWord } from '../../../src/core/text/cut-at-word';

describe('a text that is cut', () => {
  const cases: [text: string, limit: number, expected: string][] = [
    ['short', 10, 'short'],
    ['one two three', 9, 'one two '],
    ['token="abcdefghij" and more', 12, 'token="'],
    ['abcdefghijklmnop', 5, ''],
  ];
  for (const [text, limit, expected] of cases) {
    it(`${JSON.stringify(text)} to ${limit} is ${JSON.stringify(expected)}`, () =>
      assert.equal(cutAtWord(text, limit), expected));
  }
});

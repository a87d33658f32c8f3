import assert from 'node:assert/strict';
import { visible } from '../../../src/core/text/visible';

describe('invisible characters', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['plain text stays', 'Olá, <b>мир</b> 👩‍💻', 'Olá, <b>мир</b> 👩‍💻'],
    ['line breaks and tabs stay', 'a\n\tb', 'a\n\tb'],
    ['a line break of two characters is one', 'a\r\nb', 'a\nb'],
    ['a lone carriage return shows', 'a\rb', 'a[U+000D]b'],
    ['controls show', '\u0000\u001b[31m\u007f', '[U+0000][U+001B][31m[U+007F]'],
    ['a reversed text shows what reverses it', 'a\u202Egnp.exe', 'a[U+202E]gnp.exe'],
    ['isolates show', '\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['characters without width show', 'to\u200bken\ufeff', 'to[U+200B]ken[U+FEFF]'],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => assert.equal(visible(text), expected));
  }
});

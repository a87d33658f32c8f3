import assert from 'node:assert/strict';
import { BulkWordReader } from '../../../src/core/recognize/bulk-word-reader';
import { WordReader } from '../../../src/core/recognize/words';

const read = (words: BulkWordReader | WordReader): [number, number, number][] => {
  const all: [number, number, number][] = [];
  while (words.next()) all.push([words.start, words.end, words.hash]);
  return all;
};

/** Deterministic. */
const randomOf = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;

describe('A large text has the same words as a small one', () => {
  const pieces = [
    'status',
    '=',
    '404',
    ' ',
    '\\n',
    '%20',
    '\\u00e1',
    'código',
    '“',
    '\ud83d',
    '😀',
    '×',
    '_',
    '\n',
    'Ünïcode',
    '\\\\n',
  ];
  const texts: [name: string, text: string][] = [
    ['nothing', ''],
    ['one word longer than the window', 'a'.repeat(100_000)],
    ['separators only', ' '.repeat(100_000)],
    ...[1, 2, 3, 4].map((seed): [string, string] => {
      const random = randomOf(seed);
      const some = seed % 2 === 0 ? pieces : pieces.slice(0, 6);
      return [`random text ${seed}`, Array.from({ length: 40_000 }, () => some[Math.floor(random() * some.length)]).join('')];
    }),
    // Every place where an escape can stand at the end of a window
    ...[0, 1, 2, 3, 4, 5, 6].map((shift): [string, string] => [
      `an escape across the window’s end, ${shift}`,
      `${'x'.repeat((1 << 12) - shift)}\\u00e1bc ${'y '.repeat(1 << 14)}`,
    ]),
  ]; // prettier-ignore
  for (const [name, text] of texts)
    it(name, () => {
      for (const [from, to] of [
        [0, text.length],
        [Math.min(7, text.length), Math.max(0, text.length - 3)],
      ] as const)
        assert.deepEqual(read(new BulkWordReader(text, from, to)), read(new WordReader(text, from, to)));
    });
});

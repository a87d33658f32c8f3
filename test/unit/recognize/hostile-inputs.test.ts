import assert from 'node:assert/strict';
import { mentionAt, mentionsIn } from '../../../src/core/recognize/recognize';
import { hostileTexts } from '../../bench/recognition-inputs';
import { indexOf, problem } from '../small-index';

const index = indexOf({
  id: 'acme',
  name: 'Acme',
  problems: [
    problem('expired', {
      codes: ['TOKEN_EXPIRED', 'throttled'],
      messages: ['Not found after {n}ms in {name}'],
    }),
  ],
});

describe('recognition', () => {
  it('takes any input, and every mention lies within it', () => {
    const texts = hostileTexts(7);
    for (let input = 0; input < 3000; input++) {
      const { text, languageId, offset } = texts.next().value;
      mentionAt(text, offset, index, languageId);
      for (const { start, end } of mentionsIn(text, index, languageId))
        assert.ok(0 <= start && start < end && end <= text.length, JSON.stringify(text));
    }
  });

  const parts: readonly [languageId: string, ...string[]][] = [
    [
      'typescript',
      'status: ',
      '404, ',
      '(404 ',
      '[429,',
      '"404": {',
      'case 404: ',
      '/404',
      'Date: ',
      'headers: { ',
    ],
    [
      'log',
      'HTTP/1.1" 404 ',
      '| 404 |\n',
      '"404 500\n',
      'eyJhbGciOiJub25lIn0.',
      '\\',
      '%',
      '%20',
      '" + "',
      '#Fields: ',
    ],
    ['yaml', "'404':\n", '- 404\n', '"404": "x",\n', 'a: 404\n'],
    ['markdown', '404 |\n| ', '**404** ', '- 404 - x\n', 'a 404 '],
  ];
  for (const [languageId, ...repeated] of parts) {
    for (const part of repeated) {
      it(`takes time that grows with the text only, for ${languageId} of nothing but ${JSON.stringify(part)}`, () => {
        const once = part.repeat(Math.ceil(5000 / part.length));
        const small = fastest(() => mentionsIn(once, index, languageId));
        const large = fastest(() => mentionsIn(once.repeat(8), index, languageId));
        // Were it to grow with the square, the factor would be 64.
        assert.ok(large < 40 * Math.max(small, 5), `${small.toFixed(1)} ms, ${large.toFixed(1)} ms`);
      });
    }
  }

  it('looks at a window of a line of a megabyte, at whatever offset', () => {
    const line = 'x status: 404, "Date": {"code":"TOKEN_EXPIRED"} 😀 '.repeat(20_000);
    for (let offset = 1; offset < line.length; offset += 99_991) {
      const taken = fastest(() => mentionAt(line, offset, index, 'log'));
      assert.ok(taken < 20, `${taken.toFixed(1)} ms`);
    }
  });
});

/** Milliseconds, without the pauses of the machine. */
function fastest(run: () => void): number {
  const taken = [0, 1, 2].map(() => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return Math.min(...taken);
}

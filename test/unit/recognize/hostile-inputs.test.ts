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

  for (const part of [
    'status: ',
    '404, ',
    '(404 ',
    '[429,',
    '"404": {',
    'case 404: ',
    '/404',
    'eyJhbGciOiJub25lIn0.',
    '\\',
    '%',
    '" + "',
    'HTTP/1.1" 404 ',
  ]) {
    it(`takes time that grows with the text only, for a line of nothing but ${part}`, () => {
      const text = part.repeat(300_000 / part.length);
      const begin = performance.now();
      mentionsIn(text, index, 'typescript');
      const whole = performance.now() - begin;
      assert.ok(whole < 3000, `${whole.toFixed(0)} ms`);
    });
  }
});

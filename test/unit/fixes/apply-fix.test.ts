import assert from 'node:assert/strict';
import { applyFixEdits, moveEdits } from '../../../src/core/fixes/apply-fix';
import type { FixEdit } from '../../../src/core/fixes/fix';

const uri = 'file:///a.http';
const before = 'GET https://a.example/x\nA: 1\nB: 2\n\n###\nGET https://a.example/y\n';
/** A header field below `A: 1`, as a fix inserts it. */
const insert: FixEdit = { uri, start: 29, end: 29, text: 'C: 3\n' };
const replace: FixEdit = { uri, start: 27, end: 28, text: '9' };

describe('edits of a file that was changed since', () => {
  const cases: [title: string, after: string, edits: FixEdit[], result: string | undefined][] = [
    ['not at all', before, [insert, replace], before.replace('A: 1', 'A: 9\nC: 3')],
    [
      'above: they move',
      `# new\n${before}`,
      [insert, replace],
      `# new\n${before.replace('A: 1', 'A: 9\nC: 3')}`,
    ],
    ['below: they stay', `${before}# new\n`, [replace], `${before.replace('A: 1', 'A: 9')}# new\n`],
    ['where they are: they do not fit any more', before.replace('A: 1', 'A: 2'), [replace], undefined],
    ['on their own line', before.replace('A: 1', 'A: 1 '), [replace], undefined],
    ['by being applied already', before.replace('A: 1\n', 'A: 1\nC: 3\n'), [insert], undefined],
    ['by being emptied', '', [replace], undefined],
  ];
  for (const [title, after, edits, result] of cases) {
    it(title, () => {
      const moved = moveEdits(before, after, edits);
      assert.equal(moved && applyFixEdits(after, moved), result);
    });
  }

  it('at any place: an edit that still fits replaces the very text that it was made for', () => {
    for (let at = 0; at <= before.length; at++) {
      for (const after of [
        before.slice(0, at) + 'x\n' + before.slice(at),
        before.slice(0, at) + before.slice(at + 5),
      ]) {
        const [moved] = moveEdits(before, after, [replace]) ?? [];
        if (moved) assert.equal(after.slice(moved.start - 3, moved.end + 1), 'A: 1\n', JSON.stringify(after));
      }
    }
  });
});

import assert from 'node:assert/strict';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import {
  afterChange,
  lineAfter,
  lineChange,
  type RequestOutcome,
  withOutcome,
} from '../../../src/vscode/diagnose/outcomes';

const diagnosis = {} as Diagnosis;
const outcome: RequestOutcome = { line: 12, firstLine: 10, lastLine: 15, diagnosis, number: 2 };

describe('an outcome', () => {
  const cases: [
    name: string,
    change: [first: number, last: number, lines: number],
    line: number | undefined,
  ][] = [
    ['stays when something below is edited', [16, 16, 3], 12],
    ['moves down when lines are added above', [3, 3, 3], 14],
    ['moves up when lines above are deleted', [3, 5, 1], 10],
    ['is dropped when its own request is edited', [12, 12, 1], undefined],
    ['is dropped when the edit reaches into its request', [8, 10, 1], undefined],
  ];
  for (const [name, [firstLine, lastLine, newLineCount], line] of cases) {
    it(name, () => {
      const lines = { firstLine, lastLine, newLineCount };
      assert.equal(afterChange([outcome], { ...lines, keepsStart: false })[0]?.line, line);
    });
  }

  it('replaces the earlier one of the same request only', () => {
    const other: RequestOutcome = { line: 2, firstLine: 0, lastLine: 9, diagnosis, number: 1 };
    const again: RequestOutcome = { ...outcome, line: 13, number: 3 };
    assert.deepEqual(withOutcome([other, outcome], again), [other, again]);
  });

  it('does not replace one of a run that was begun later and ended sooner', () => {
    assert.deepEqual(withOutcome([outcome], { ...outcome, number: 1 }), [outcome]);
  });
});

describe('the line of a request that is edited', () => {
  const cases: [
    what: string,
    start: [number, number],
    end: [number, number],
    text: string,
    line: number | undefined,
  ][] = [
    ['stays when a field is written below it', [12, 20], [12, 20], '\nX-New: 1', 12],
    ['stays when it is typed into', [12, 3], [12, 3], 'x', 12],
    ['stays when it is written anew', [12, 0], [12, 9], 'PUT /', 12],
    ['moves down with a comment of its own', [11, 4], [11, 4], '\n# b', 13],
    ['moves up when lines above it are taken out', [8, 0], [12, 0], '', 8],
    ['is lost when it is taken out', [12, 0], [13, 0], '', undefined],
    ['is lost when everything is replaced', [0, 0], [30, 5], 'GET /', undefined],
  ];
  for (const [what, [line, character], [endLine, endCharacter], text, expected] of cases)
    it(what, () => {
      const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
      assert.equal(lineAfter(12, lineChange(range, text)), expected);
    });
});

describe('an edit by the lines that it replaces', () => {
  const at = (line: number, character: number) => ({ line, character });
  const cases: [
    what: string,
    start: [number, number],
    end: [number, number],
    text: string,
    expected: [first: number, last: number, lines: number],
    keepsStart?: boolean,
  ][] = [
    ['typing within a line', [3, 4], [3, 4], 'x', [3, 3, 1], true],
    ['a break within a line', [3, 4], [3, 4], '\n', [3, 3, 2], true],
    ['lines put in above one', [3, 0], [3, 0], 'a\nb\n', [3, 2, 2]],
    ['text put before a line', [3, 0], [3, 0], 'a\nb', [3, 3, 2]],
    ['lines taken out', [3, 0], [5, 0], '', [3, 4, 0]],
  ];
  for (const [what, start, end, text, [firstLine, lastLine, newLineCount], keepsStart = false] of cases) {
    it(what, () =>
      assert.deepEqual(lineChange({ start: at(...start), end: at(...end) }, text), {
        firstLine,
        lastLine,
        newLineCount,
        keepsStart,
      }),
    );
  }
  it('leaves an outcome in place whose first line is pushed down', () => {
    const outcome = { line: 1, firstLine: 0, lastLine: 3 };
    const change = lineChange({ start: at(0, 0), end: at(0, 0) }, '# a\n# b\n');
    assert.deepEqual(afterChange([outcome], change), [{ line: 3, firstLine: 2, lastLine: 5 }]);
  });
});

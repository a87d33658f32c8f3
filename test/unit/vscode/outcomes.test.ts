import assert from 'node:assert/strict';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import {
  afterChange,
  lineChange,
  type RequestOutcome,
  withOutcome,
} from '../../../src/vscode/diagnose/outcomes';

const diagnosis = {} as Diagnosis;
const outcome: RequestOutcome = { line: 12, firstLine: 10, lastLine: 15, diagnosis };

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
      assert.equal(afterChange([outcome], { firstLine, lastLine, newLineCount })[0]?.line, line);
    });
  }

  it('replaces the earlier one of the same request only', () => {
    const other: RequestOutcome = { line: 2, firstLine: 0, lastLine: 9, diagnosis };
    const again: RequestOutcome = { ...outcome, line: 13 };
    assert.deepEqual(withOutcome([other, outcome], again), [other, again]);
  });
});

describe('an edit by the lines that it replaces', () => {
  const at = (line: number, character: number) => ({ line, character });
  const cases: [
    what: string,
    start: [number, number],
    end: [number, number],
    text: string,
    expected: number[],
  ][] = [
    ['typing within a line', [3, 4], [3, 4], 'x', [3, 3, 1]],
    ['a break within a line', [3, 4], [3, 4], '\n', [3, 3, 2]],
    ['lines put in above one', [3, 0], [3, 0], 'a\nb\n', [3, 2, 2]],
    ['text put before a line', [3, 0], [3, 0], 'a\nb', [3, 3, 2]],
    ['lines taken out', [3, 0], [5, 0], '', [3, 5, 1]],
  ];
  for (const [what, start, end, text, [firstLine, lastLine, newLineCount]] of cases) {
    it(what, () =>
      assert.deepEqual(lineChange({ start: at(...start), end: at(...end) }, text), {
        firstLine,
        lastLine,
        newLineCount,
      }),
    );
  }
  it('leaves an outcome in place whose first line is pushed down', () => {
    const outcome = { line: 1, firstLine: 0, lastLine: 3 };
    const change = lineChange({ start: at(0, 0), end: at(0, 0) }, '# a\n# b\n');
    assert.deepEqual(afterChange([outcome], change), [{ line: 3, firstLine: 2, lastLine: 5 }]);
  });
});

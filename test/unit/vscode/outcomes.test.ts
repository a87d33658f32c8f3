import assert from 'node:assert/strict';
import type { Diagnosis } from '../../../src/core/diagnose/diagnosis';
import { afterChange, type RequestOutcome, withOutcome } from '../../../src/vscode/diagnose/outcomes';

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

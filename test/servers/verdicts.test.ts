import assert from 'node:assert/strict';
import { skipBecause } from '../reporting/skip-because';
import type { RunningGroup } from './group';
import { groups } from './groups';
import { differences, judge, labelsOf } from './measure';

for (const group of groups) {
  describe(`Exchanges with ${group.name}`, () => {
    let running: RunningGroup;

    before(async function () {
      const missing = group.missing?.();
      if (missing !== undefined) return skipBecause(this, missing);
      running = await group.start();
    });
    after(() => running?.close());

    for (const label of labelsOf(group)) {
      it(`${label.name}: ${label.problem ?? 'nothing wrong'}`, async () => {
        assert.deepEqual(differences(await judge(label, running)), []);
      });
    }
  });
}

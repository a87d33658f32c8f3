import { allFacts } from '../../src/core/exchange/facts/index';
import { groups } from '../servers/groups';
import { differences, firstOf, isFirstRight, judge, type Judged, labelsOf } from '../servers/measure';
import type { Figure } from './figure';

/**
 * Diagnoses every labelled exchange, made with real servers as the tests make them, and counts what is right. Prints
 * how often each fact held, was disproved and stayed unknown, and which servers this machine lacks.
 */
export async function measureVerdicts(): Promise<Figure[]> {
  const judged: Judged[] = [];
  for (const group of groups) {
    const missing = group.missing?.();
    if (missing !== undefined) {
      console.log(`${group.name}: left out, ${missing}`);
      continue;
    }
    const running = await group.start();
    try {
      for (const label of labelsOf(group)) judged.push(await judge(label, running));
    } finally {
      await running.close();
    }
  }
  printFacts(judged);
  for (const each of judged) {
    const wrong = differences(each);
    if (wrong.length > 0) console.log(`${each.label.name}: ${wrong.join('; ')}`);
  }

  const known = judged.filter(({ label }) => firstOf(label) !== undefined);
  const firstRight = known.filter(({ label, diagnosis }) => isFirstRight(label, diagnosis));
  const [verdicts, verdictsRight] = countVerdicts(judged);
  const wrongCauses = count(judged, 'cause wrongly confirmed');
  const wrongFacts = count(judged, 'fact wrongly holds');
  const facts = judged.reduce((sum, each) => sum + each.facts.size, 0);
  return [
    { name: 'labelled exchanges', value: judged.length, unit: '', limit: 150, atLeast: true },
    percent('first cause is right', firstRight.length, known.length),
    percent('verdicts are right', verdictsRight, verdicts),
    { name: 'causes wrongly confirmed', value: wrongCauses, unit: '', limit: 0 },
    {
      name: 'facts that wrongly hold',
      value: wrongFacts,
      unit: '',
      limit: 0,
      note: `of ${facts} pairs of fact and exchange`,
    },
  ];
}

const percent = (name: string, right: number, all: number): Figure => ({
  name,
  value: all === 0 ? 0 : (100 * right) / all,
  unit: '%',
  limit: 97,
  atLeast: true,
  note: `${right} of ${all}`,
});

const count = (judged: readonly Judged[], kind: string): number =>
  judged.flatMap(differences).filter((each) => each.startsWith(kind)).length;

/** Of every cause in a diagnosis or a label: whether it is confirmed exactly where the label says so. */
function countVerdicts(judged: readonly Judged[]): [all: number, right: number] {
  let [all, right] = [0, 0];
  for (const { label, diagnosis } of judged) {
    const verdicts = new Map(diagnosis.causes.map(({ id, verdict }) => [id, verdict]));
    for (const id of new Set([...verdicts.keys(), ...(label.confirmed ?? [])])) {
      const isConfirmed = verdicts.get(id) === 'confirmed';
      const isWrong = label.ruledOut?.includes(id) === true && verdicts.get(id) !== 'ruled-out';
      all++;
      const isAllowed = isConfirmed && label.allowed?.includes(id) === true;
      if ((isAllowed || isConfirmed === (label.confirmed?.includes(id) ?? false)) && !isWrong) right++;
    }
  }
  return [all, right];
}

function printFacts(judged: readonly Judged[]): void {
  const names = allFacts.filter(({ checkParameter }) => checkParameter === undefined).map(({ name }) => name);
  const width = Math.max(...names.map((name) => name.length));
  console.log(`\n${'fact'.padEnd(width)}   held  disproved  unknown`);
  for (const name of names) {
    const truths = judged.map(({ facts }) => facts.get(name));
    const [held, disproved, unknown] = [true, false, 'unknown'].map(
      (truth) => truths.filter((each) => each === truth).length,
    ) as [number, number, number];
    const remark = held === 0 ? '  never held' : disproved === 0 ? '  never disproved' : '';
    const numbers = `${String(held).padStart(6)} ${String(disproved).padStart(10)} ${String(unknown).padStart(8)}`;
    console.log(`${name.padEnd(width)} ${numbers}${remark}`);
  }
  console.log();
}

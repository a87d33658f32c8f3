import type { Cause } from '../catalog/catalog';
import type { Reading } from '../exchange/reading';
import { evaluate, type Evaluation } from './evaluate';
import { isComplaintAbout } from './complaint';
import type { Verdict } from './diagnosis';

/** A cause with what the exchange says about it. */
export interface JudgedCause {
  readonly cause: Cause;
  readonly verdict: Verdict;
  readonly evaluation: Evaluation;
}

const verdictOrder: readonly Verdict[] = ['confirmed', 'possible', 'ruled-out'];

/** Judges causes and ranks them: by verdict, by whether the answer complains of it, and as they came. */
export function judgeCauses(causes: readonly Cause[], reading: Reading): JudgedCause[] {
  return causes
    .map((cause) => judge(cause, reading))
    .map((judged, place) => ({ judged, place, rank: rank(judged, reading) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ judged }) => judged);
}

function judge(cause: Cause, reading: Reading): JudgedCause {
  if (cause.when === undefined)
    return { cause, verdict: 'possible', evaluation: { truth: 'unknown', findings: [] } };
  const evaluation = evaluate(cause.when, reading);
  const verdict = evaluation.truth === 'unknown' ? 'possible' : evaluation.truth ? 'confirmed' : 'ruled-out';
  return { cause, verdict, evaluation };
}

/** Lower is better; whole numbers are verdicts. */
function rank({ verdict, evaluation }: JudgedCause, reading: Reading): number {
  const order = verdictOrder.indexOf(verdict);
  if (verdict === 'ruled-out') return order;
  const seen = evaluation.findings.filter(({ holds }) => holds === true).map(({ fact }) => fact);
  const complained = seen.length > 0 && isComplaintAbout(seen, reading);
  const suggested = verdict === 'possible' && evaluation.suggested === true;
  return order + (complained ? 0 : suggested ? 0.1 : 0.2);
}

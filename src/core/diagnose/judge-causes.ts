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

const unread = /^request\.(?:contentType(?:Missing|Wrong)|bodyInvalidJson)$/;

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
  // Why the server could not read the body comes before what it then missed in it.
  if (
    verdict === 'confirmed' &&
    seen.some((fact) => unread.test(fact)) &&
    reading.words.fieldErrors.length > 0
  )
    return order - 0.1;
  if (complained) return order;
  if (verdict !== 'possible') return order + 0.3;
  if (evaluation.suggested === true) return order + 0.1;
  // An opaque token may well be what the answer says it is.
  const meant = evaluation.findings.filter(({ holds }) => holds === 'unknown').map(({ fact }) => fact);
  return order + (isComplaintAbout(meant, reading) ? 0.2 : 0.3);
}

import type { Cause } from '../catalog/catalog';
import type { Reading } from '../exchange/reading';
import { evaluate, type Evaluation } from './evaluate';
import { isComplaintAbout } from './complaint';
import { likeness } from './likeness';
import type { Verdict } from './diagnosis';
import { sayingsOf, type Saying, type Sayings } from './said';

/** A cause with what the exchange says about it. */
export interface JudgedCause {
  readonly cause: Cause;
  readonly verdict: Verdict;
  readonly evaluation: Evaluation;
  /** How the answer names it, where it does. */
  readonly saying?: Saying;
}

const unread = /^request\.(?:contentType(?:Missing|Wrong)|bodyInvalidJson)$/;

const verdictOrder: readonly Verdict[] = ['confirmed', 'possible', 'ruled-out'];

/**
 * Judges causes and ranks them: by verdict, by whether the answer complains of it, and as they came. Those in `general`,
 * true of a status everywhere, come after the problem's own as long as nothing is proved.
 */
export function judgeCauses(
  causes: readonly Cause[],
  reading: Reading,
  general: readonly Cause[] = [],
  sayingOf: Sayings = sayingsOf(reading),
): JudgedCause[] {
  return (
    causes
      // An API's own catalog knows its causes better than the words that all APIs use.
      .map((cause) =>
        judge(cause, reading, reading.api && !general.includes(cause) ? undefined : sayingOf(cause)),
      )
      .map((judged, place) => ({
        judged,
        place,
        rank: rank(judged, reading, general.includes(judged.cause)),
      }))
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .map(({ judged }) => judged)
  );
}

function judge(cause: Cause, reading: Reading, saying: Saying | undefined): JudgedCause {
  const evaluation: Evaluation =
    cause.when === undefined ? { truth: 'unknown', findings: [] } : evaluate(cause.when, reading);
  if (evaluation.truth !== 'unknown')
    return { cause, verdict: evaluation.truth ? 'confirmed' : 'ruled-out', evaluation };
  if (!saying) return { cause, verdict: 'possible', evaluation };
  const heard = { fact: 'message', holds: true, evidence: saying.evidence } as const;
  const findings = evaluation.findings.filter(({ fact }) => fact !== heard.fact);
  return {
    cause,
    verdict: 'possible',
    evaluation: { ...evaluation, findings: [...findings, heard], suggested: true },
    saying,
  };
}

/** Lower is better; whole numbers are verdicts. */
function rank(
  { cause, verdict, evaluation, saying }: JudgedCause,
  reading: Reading,
  isGeneral: boolean,
): number {
  const order = verdictOrder.indexOf(verdict);
  if (verdict === 'ruled-out') return order;
  const seen = evaluation.findings.filter(({ holds }) => holds === true).map(({ fact }) => fact);
  const complained = seen.length > 0 && isComplaintAbout(seen, reading);
  if (verdict === 'confirmed' && isRoot(seen, reading)) return order - 0.1;
  if (complained && verdict === 'confirmed') return order;
  if (verdict !== 'possible') return order + 0.3;
  // What the answer names comes before what it may mean.
  if (complained && !saying) return order + 0.05;
  // What the answer says itself comes before what the request suggests, and the more exactly it says it the sooner.
  if (saying) return order + (isGeneral && reading.api ? 0.5 : 0.1) - Math.min(saying.length, 40) / 500;
  return order + likelihood(evaluation, reading, isGeneral) - likeness(cause, reading.words) / 20;
}

/**
 * Why the server could not read the body comes before what it then missed in it; clocks that disagree about a token
 * before the token that one of them finds expired; the request that was not run before the variable that it would set.
 */
const isRoot = (facts: readonly string[], { words }: Reading): boolean =>
  facts.includes('clock.decides') ||
  facts.includes('request.answerMissing') ||
  (words.fieldErrors.length > 0 && facts.some((fact) => unread.test(fact)));

/** Whether something of the exchange speaks for a cause that is not proved. */
export const isLikely = ({ verdict, evaluation }: JudgedCause, reading: Reading): boolean =>
  verdict === 'possible' && likelihood(evaluation, reading, false) < 0.3;

/** Of a possible cause: what speaks for it, the strongest sign first. Lower is better. */
function likelihood(evaluation: Evaluation, reading: Reading, isGeneral: boolean): number {
  if (isGeneral) return evaluation.suggested === true ? 0.5 : 0.6;
  if (evaluation.suggested === true) return 0.1;
  // An opaque token may well be what the answer says it is.
  const open = evaluation.findings.filter(({ holds }) => holds === 'unknown');
  const meant = open.flatMap(({ fact }) => (opaque.test(fact) ? [fact] : []));
  if (isComplaintAbout(meant, reading)) return 0.2;
  return open.some(({ fact, evidence }) => evidence !== undefined && !shown.test(fact)) ? 0.3 : 0.4;
}

/** Facts whose evidence shows a value of which nobody has complained. */
const shown = /^jwt\.(?:audienceMismatch|issuerMismatch)$/;

const opaque = /^jwt\.(?:expired|notYetValid|audienceMismatch|issuerMismatch)$/;

import { isAll, isAny, isLikelier, isNot, isSuggests, isUnless, type When } from '../catalog/when';
import type { Finding, Truth } from '../exchange/fact';
import { factNamed } from '../exchange/facts/index';
import type { Reading } from '../exchange/reading';

/** What a fact of a condition found. */
export interface FactFinding extends Finding {
  readonly fact: string;
}

export interface Evaluation {
  readonly truth: Truth;
  /** Of the facts that decided it: those that hold of a condition that holds, those that fail of one that fails. */
  readonly findings: readonly FactFinding[];
  /** It is unknown, and something was seen that speaks for it. */
  readonly suggested?: boolean;
}

/** Evaluates a condition in Kleene's three-valued logic. A fact that does not exist is unknown. */
export function evaluate(when: When, reading: Reading): Evaluation {
  if (typeof when === 'string') return evaluateFact(when, undefined, reading);
  if (isAll(when)) return combine(when.all, reading, false);
  if (isAny(when)) return combine(when.any, reading, true);
  if (isNot(when)) return negate(evaluate(when.not, reading));
  if (isSuggests(when)) {
    const { truth, findings } = evaluate(when.suggests, reading);
    return truth === false ? { truth, findings } : { truth: 'unknown', findings, suggested: truth === true };
  }
  if (isUnless(when)) {
    const { truth, findings } = evaluate(when.unless, reading);
    return truth === true ? { truth: false, findings } : { truth: 'unknown', findings: [] };
  }
  if (isLikelier(when)) {
    const { truth, findings } = evaluate(when.likelier, reading);
    return truth === true
      ? { truth: 'unknown', findings, suggested: true }
      : { truth: 'unknown', findings: [] };
  }
  const [[name, parameter] = ['', undefined]] = Object.entries(when);
  return evaluateFact(name, parameter, reading);
}

function evaluateFact(name: string, parameter: unknown, reading: Reading): Evaluation {
  const fact = factNamed(name);
  if (!fact || fact.checkParameter?.(parameter) !== undefined) return { truth: 'unknown', findings: [] };
  const finding = fact.test(reading, parameter as never);
  return { truth: finding.holds, findings: [{ ...finding, fact: name }] };
}

/** `any` where one `decides` by being true, `all` where one decides by being false. */
function combine(parts: readonly When[], reading: Reading, decides: boolean): Evaluation {
  const evaluations = parts.map((part) => evaluate(part, reading));
  const deciding = evaluations.filter(({ truth }) => truth === decides);
  if (deciding.length > 0) return { truth: decides, findings: deciding.flatMap(({ findings }) => findings) };
  const undecided = evaluations.filter(({ truth }) => truth === 'unknown');
  if (undecided.length === 0)
    return { truth: !decides, findings: evaluations.flatMap(({ findings }) => findings) };
  // What holds already of an `all` is worth saying; what fails of an `any` is not.
  const telling = decides ? undecided : evaluations;
  return {
    truth: 'unknown',
    findings: telling.flatMap(({ findings }) => findings),
    suggested: undecided.some(({ suggested }) => suggested),
  };
}

function negate({ truth, findings }: Evaluation): Evaluation {
  return { truth: truth === 'unknown' ? truth : !truth, findings };
}

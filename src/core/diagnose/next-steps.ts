import type { Problem, Cause } from '../catalog/catalog';
import type { Language } from '../text/language';
import { instant, phrase, type Phrase } from '../text/phrase';
import type { Reading } from '../exchange/reading';
import { evaluate } from './evaluate';
import { isLikely, type JudgedCause } from './judge-causes';
import { fittingFix } from './fitting-fix';
import { factNamed } from '../exchange/facts/index';

/** A step is a phrase of ours, or a catalog's text in the user's language. */
export type NextStep = Phrase | string;

const mostTests = 3;
const mostSteps = 8;

/** What to do, first things first: mend what is proved, else test what is possible, then the problem's own steps. */
export function nextSteps(
  reading: Reading,
  problem: Problem | undefined,
  causes: readonly JudgedCause[],
  ownFix: Phrase | undefined,
  language: Language,
): NextStep[] {
  const steps: NextStep[] = [];
  const { rateLimit, words, answer } = reading;
  if (ownFix) steps.push(ownFix);
  const confirmed = causes.find(({ verdict }) => verdict === 'confirmed');
  if (confirmed) steps.push(fittingFix(confirmed, reading) ?? confirmed.cause.fix[language]);
  if (rateLimit?.retryAt !== undefined && answer && answer.status >= 300) {
    steps.push(
      rateLimit.retryAt > reading.now
        ? phrase(
            'Send the request again at {0} (`{1}`), not before.',
            instant(rateLimit.retryAt),
            rateLimit.field,
          )
        : phrase(
            'The wait was over at {0} (`{1}`): send the request again.',
            instant(rateLimit.retryAt),
            rateLimit.field,
          ),
    );
  }
  const [first] = causes;
  if (!confirmed && !ownFix) {
    if (first && isLikely(first, reading)) steps.push(first.cause.fix[language]);
    const tests = causes
      .filter(({ verdict }) => verdict === 'possible')
      .flatMap(({ cause }: { cause: Cause }) => cause.test?.[language] ?? []);
    steps.push(...tests.slice(0, mostTests));
  }
  for (const step of problem?.steps ?? []) {
    if (step.when !== undefined && evaluate(step.when, reading).truth === false) continue;
    const code =
      step.code !== undefined && !step.code.includes('\n') && step.code.length <= 100
        ? ` \`${step.code}\``
        : '';
    steps.push(step[language] + code);
  }
  if (steps.length === 0 && first?.verdict === 'possible') steps.push(first.cause.fix[language]);
  if (answer && answer.status >= 500 && words.requestId)
    steps.push(phrase('Give support the request id {0}.', words.requestId.value));
  return [...new Set(steps)].slice(0, mostSteps);
}

/** What is worth saying about a good answer. */
export function goodNews(reading: Reading): Phrase[] {
  const steps = [phrase('Nothing wrong was found.')];
  for (const name of [
    'answer.deprecated',
    'answer.capped',
    'redirect.methodChanged',
    'redirect.authorizationDropped',
  ]) {
    const finding = factNamed(name)?.test(reading, undefined as never);
    if (finding?.holds === true && finding.evidence) steps.push(finding.evidence);
  }
  return steps;
}

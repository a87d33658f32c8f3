import type { Reading } from '../exchange/reading';
import { phrase } from '../text/phrase';
import type { ProbeFinding } from './probe';

/** `401`, `401 TOKEN_EXPIRED`, or the code of a failure. */
export const outcomeOf = ({ answer, failure, words }: Reading): string =>
  answer ? [answer.status, words.code].filter((part) => part !== undefined).join(' ') : (failure?.code ?? '');

/** Redirects are not followed: they lead to another place, maybe of another origin. */
export const isGood = ({ answer, errorInSuccess }: Reading): boolean =>
  answer !== undefined && answer.status < 300 && errorInSuccess.truth !== true;

/** A change that helps confirms what it is about, one after which all is the same rules it out. */
export function judgeChange(before: Reading, after: Reading): ProbeFinding {
  const [was, is] = [outcomeOf(before), outcomeOf(after)];
  if (isGood(after) && !isGood(before))
    return { text: phrase('This one change turned {0} into {1}.', was, is), verdict: 'confirmed' };
  if (was === is)
    return { text: phrase('With this change the outcome is the same: {0}.', is), verdict: 'ruled-out' };
  return { text: phrase('With this change {0} became {1}.', was, is) };
}

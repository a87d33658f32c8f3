import type { Diagnosis } from '../diagnose/diagnosis';
import { isGood } from '../diagnose/is-good';
import { phrase, type Phrase } from '../text/phrase';

/** What became of a request since a fix was applied to it, and whether that is better. */
export interface SinceFix {
  readonly text: Phrase;
  readonly helped: boolean;
}

/** Compares the diagnosis that a fix was made for with the one after it. */
export function sinceFix(before: Diagnosis, after: Diagnosis): SinceFix {
  const [was, is] = [outcomeOf(before), outcomeOf(after)];
  if (isGood(after) && !isGood(before))
    return { text: phrase('The fix helped: {0} became {1}.', was, is), helped: true };
  const proved = confirmed(before).filter((cause) => !confirmed(after).includes(cause));
  const isSame = was === is && before.problem?.id === after.problem?.id && proved.length === 0;
  if (isSame)
    return { text: phrase('The fix did not help: the outcome is {0}, as before.', is), helped: false };
  return proved.length > 0
    ? {
        text: phrase('The fix removed one cause, and another is left: {0} became {1}.', was, is),
        helped: true,
      }
    : { text: phrase('The fix did not help: {0} became {1}.', was, is), helped: false };
}

const confirmed = ({ causes }: Diagnosis): string[] =>
  causes.filter(({ verdict }) => verdict === 'confirmed').map(({ id }) => id);

/** `401 Unauthorized`, or the code of a failure. */
const outcomeOf = ({ outcome }: Diagnosis): string =>
  outcome.kind === 'response' ? `${outcome.status} ${outcome.reason}`.trim() : outcome.code;

import { factNamed } from '../exchange/facts/index';
import type { Reading } from '../exchange/reading';
import { swallowedFields } from '../exchange/readings/swallowed-fields';
import { phrase } from '../text/phrase';
import type { OwnCause } from './unsent';

/** What a missing field is answered with. */
const explains: readonly (readonly [field: RegExp, statuses: readonly number[]])[] = [
  [/^(?:authorization|cookie|.*(?:key|token).*)$/i, [400, 401, 403, 404]],
  [/^content-/i, [400, 415, 422]],
  [/^accept/i, [400, 406]],
  [/^if-|^idempotency-key$/i, [400, 409, 412, 428]],
  [/^host$/i, [400, 404, 421]],
];

/** The stray blank line that keeps header fields from being sent, where their lack explains the answer. */
export function swallowedCause(reading: Reading): OwnCause | undefined {
  const { answer } = reading;
  const finding = factNamed('request.strayBlankLine')?.test(reading, undefined as never);
  if (finding?.holds !== true || !finding.evidence || !answer) return undefined;
  const isExplained = swallowedFields(reading).fields.some((name) =>
    explains.some(([field, statuses]) => field.test(name) && statuses.includes(answer.status)),
  );
  if (!isExplained) return undefined;
  return {
    id: 'stray-blank-line',
    title: phrase('A blank line cut the header section off'),
    explanation: phrase(
      'The first blank line ends the header fields of a request; what comes below it is the body, whatever it looks like.',
    ),
    evidence: [finding.evidence],
    fix: phrase('Remove the blank line above these fields.'),
  };
}

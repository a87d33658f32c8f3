import { instant, list, phrase, type Listing, type Phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';

export const rateLimitExhausted: Fact = {
  name: 'rateLimit.exhausted',
  about: 'The rate limit is used up: none remain, or the answer is 429.',
  test({ answer, rateLimit, words }) {
    if (!answer) return unknown();
    const { limit, remaining, resetAt, retryAt, field = '', countField = field } = rateLimit ?? {};
    if (remaining === 0) {
      return holds(
        noneRemain(list([...new Set([`\`${countField}\``, `\`${field}\``])]), limit, retryAt ?? resetAt),
      );
    }
    if (remaining !== undefined) {
      const evidence = phrase('{0} requests remain.', remaining);
      // More than one limit may apply, of which only one is shown.
      return answer.status === 429 ? unknown(evidence) : fails(evidence);
    }
    if (answer.status === 429) {
      const evidence = phrase('The answer is 429.');
      return [...words.codes, ...words.messages].some((text) => otherReason.test(text))
        ? unknown(evidence)
        : holds(evidence);
    }
    const mayMean =
      answer.status === 403 || answer.status === 503 || words.messages.some((text) => limits.test(text));
    return mayMean ? unknown() : fails();
  },
};

/** What answers with another status say of limits. */
const limits = /\brate\b|\blimit|thrott|\btoo many\b|\bquota|\blimite|muitas requisi/i;

/** What else APIs answer 429 for: an object that is in use, an account that is locked, and money that is spent. */
const otherReason =
  /\b(?:b?locked|lock_timeout)\b|\b(?:login|log-in|sign-?in|password) attempts?\b|currently (?:access|process|us)ing|\bbilling\b|insufficient_quota|\bcredit balance\b|\b(?:insufficient|no) (?:credits?|funds|balance)\b/i;

/** Whatever is counted: requests, tokens or points. */
function noneRemain(fields: Listing, limit: number | undefined, until: number | undefined): Phrase {
  if (until === undefined)
    return limit === undefined
      ? phrase('None remain ({0}).', fields)
      : phrase('None of {0} remain ({1}).', limit, fields);
  return limit === undefined
    ? phrase('None remain until {0} ({1}).', instant(until), fields)
    : phrase('None of {0} remain until {1} ({2}).', limit, instant(until), fields);
}

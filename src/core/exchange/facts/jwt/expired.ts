import { instant, phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { serverNow } from '../../readings/server-clock';
import type { Credential } from '../../readings/credentials';
import { claimsOf, dateClaim } from './times';

const isOpaque = (credential: Credential): boolean => credential.source !== 'body';

export const jwtExpired: Fact = {
  name: 'jwt.expired',
  about: "The token's `exp` is past, by the server's clock where the answer shows it.",
  test(reading) {
    const read = claimsOf(reading);
    if ('finding' in read) {
      // A key has no date that could be read, and yet may have one; where a catalog says keys, it is no token.
      const isCalledExpired = reading.words.messages.some((message) =>
        /\b(?:token|session|credentials?)\b.{0,40}\bexpire[sd]?\b|\bexpired\b.{0,20}\b(?:token|session)\b|\b(?:token|sessão)\b.{0,40}expir(?:ou|ad)/i.test(
          message,
        ),
      );
      return read.finding.holds === false &&
        !reading.api?.authentication?.length &&
        isCalledExpired &&
        reading.credentials.some(isOpaque)
        ? unknown()
        : read.finding;
    }
    const exp = dateClaim(read.claims, 'exp');
    if (exp === undefined) return fails(phrase('The token has no `exp`: it does not expire.'));
    const now = serverNow(reading);
    const evidence = (before: boolean) =>
      phrase(
        reading.clock
          ? before
            ? "The token's `exp` is {0}, {1} before the server's clock (`Date`)."
            : "The token's `exp` is {0}, {1} after the server's clock (`Date`)."
          : before
            ? "The token's `exp` is {0}, {1} before the local clock; the answer has no `Date`."
            : "The token's `exp` is {0}, {1} after the local clock; the answer has no `Date`.",
        instant(exp),
        span(now - exp),
      );
    // RFC 7519 §4.1.4: not accepted *on* or after that time.
    return now >= exp ? holds(evidence(true), phrase('{0} ago', span(now - exp))) : fails(evidence(false));
  },
};

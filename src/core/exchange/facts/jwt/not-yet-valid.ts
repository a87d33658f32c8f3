import { instant, phrase, span } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { serverNow } from '../../readings/server-clock';
import { claimsOfJwt, dateClaim } from './times';
import { isInMilliseconds, wrongUnit } from './times-in-milliseconds';

/** Milliseconds that an `iat` may lie ahead: whole seconds on both sides, and a little drift. */
const leeway = 5000;

export const jwtNotYetValid: Fact = {
  name: 'jwt.notYetValid',
  about: "The token's `nbf` or `iat` is still to come, by the server's clock where the answer shows it.",
  test(reading) {
    const read = claimsOfJwt(reading);
    if ('finding' in read) return read.finding;
    const now = serverNow(reading);
    for (const [name, slack] of [
      ['nbf', 0],
      ['iat', leeway],
    ] as const) {
      const time = dateClaim(read.claims, name);
      if (time === undefined || now + slack >= time) continue;
      if (isInMilliseconds(time)) return unknown(wrongUnit(name, time));
      return holds(
        phrase(
          reading.clock
            ? "The token's `{0}` is {1}, {2} after the server's clock (`Date`)."
            : "The token's `{0}` is {1}, {2} after the local clock.",
          name,
          instant(time),
          span(time - now),
        ),
        phrase('in {0}', span(time - now)),
      );
    }
    return fails(phrase('Neither `nbf` nor `iat` of the token lies ahead.'));
  },
};

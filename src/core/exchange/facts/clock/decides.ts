import { instant, phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { claimsOfJwt, dateClaim } from '../jwt/times';

export const clockDecides: Fact = {
  name: 'clock.decides',
  about:
    "The token is valid by one of the two clocks, the local one and the answer's Date, and not by the other.",
  test(reading) {
    const read = claimsOfJwt(reading);
    if ('finding' in read) return read.finding;
    const { clock, answer } = reading;
    if (!clock || !answer) return unknown();
    for (const name of ['exp', 'nbf']) {
      const time = dateClaim(read.claims, name);
      if (
        time === undefined ||
        clock.at >= time === answer.receivedAt >= time ||
        Math.abs(clock.ahead) < 2000
      )
        continue;
      return holds(
        phrase(
          "The token's `{0}`, {1}, lies between the server's clock ({2}) and the local one ({3}).",
          name,
          instant(time),
          instant(clock.at),
          instant(answer.receivedAt),
        ),
      );
    }
    return fails(phrase('Both clocks give the same verdict on the token.'));
  },
};

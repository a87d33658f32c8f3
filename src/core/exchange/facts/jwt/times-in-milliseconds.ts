import { phrase, type Phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { claimsOfJwt, dateClaim } from './times';

/** Seconds of the year 5138; as milliseconds they are of 1973. */
const farthest = 1e11;

/** Whether what a time claim counts must be milliseconds. Takes the time as `dateClaim` reads it, times 1000. */
export const isInMilliseconds = (time: number): boolean => time / 1000 >= farthest;

export const wrongUnit = (claim: string, time: number): Phrase =>
  phrase("The token's `{0}` is {1}: milliseconds, where seconds belong.", claim, String(time / 1000));

export const jwtTimesInMilliseconds: Fact = {
  name: 'jwt.timesInMilliseconds',
  about: "The token's `exp`, `nbf` or `iat` counts milliseconds (RFC 7519 §2 has seconds).",
  test(reading) {
    const read = claimsOfJwt(reading);
    if ('finding' in read) return read.finding;
    for (const name of ['exp', 'nbf', 'iat']) {
      const time = dateClaim(read.claims, name);
      if (time !== undefined && isInMilliseconds(time)) return holds(wrongUnit(name, time));
    }
    return fails();
  },
};

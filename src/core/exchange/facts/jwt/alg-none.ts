import { phrase } from '../../../text/phrase';
import { fails, holds, unknown, type Fact } from '../../fact';
import { claimsOfJwt } from './times';
import { asText, own } from '../../readings/json-path';

export const jwtAlgNone: Fact = {
  name: 'jwt.algNone',
  about: 'The token is unsigned: its `alg` is `none` (RFC 7518 §3.6).',
  test(reading) {
    const { jwt } = reading;
    if (!jwt?.header) {
      const read = claimsOfJwt(reading);
      return 'finding' in read ? read.finding : unknown();
    }
    const algorithm = asText(own(jwt.header, 'alg')) ?? '';
    const evidence = phrase("The token's `{0}` is `{1}`.", 'alg', algorithm);
    return algorithm.toLowerCase() === 'none' ? holds(evidence) : fails(evidence);
  },
};

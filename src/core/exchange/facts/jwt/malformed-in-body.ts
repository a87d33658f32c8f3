import { phrase } from '../../../text/phrase';
import { fails, holds, type Fact } from '../../fact';
import { readJwtsOfBody } from '../../readings/jwt';
import { noneInBody } from './body-tokens';

export const jwtMalformedInBody: Fact = {
  name: 'jwt.malformedInBody',
  about: 'A JWT in the body is cut off or cannot be decoded.',
  test(reading) {
    const tokens = readJwtsOfBody(reading);
    const broken = tokens.find((token) => token.broken !== undefined);
    if (broken)
      return holds(
        phrase('The JWT in `{0}` of the body is cut off or cannot be decoded.', broken.credential.name),
      );
    return tokens.length === 0 ? noneInBody(reading) : fails(phrase('The JWT in the body is well-formed.'));
  },
};

import { fails, unknown, type Finding } from '../../fact';
import type { Reading } from '../../reading';
import { phrase } from '../../../text/phrase';
import type { JsonObject } from '../../readings/json-path';
import { readJwtsOfBody, type JwtReading } from '../../readings/jwt';

/** A JWT whose claims can be read. */
export interface Decoded extends JwtReading {
  readonly payload: JsonObject;
}

/** The tokens that the body hands in: to be renewed, verified, exchanged or revoked. */
export const decodedInBody = (reading: Reading): Decoded[] =>
  readJwtsOfBody(reading).filter((token): token is Decoded => token.payload !== undefined);

/** What a fact about them finds where there is none to be read. */
export const noneInBody = (reading: Reading): Finding =>
  reading.requestBody.kind === 'large' || readJwtsOfBody(reading).length > 0
    ? unknown()
    : fails(phrase('The body holds no JWT.'));

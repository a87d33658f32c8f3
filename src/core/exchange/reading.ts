import type { Api } from '../catalog/catalog';
import type { GatewayPage } from '../catalog/format';
import type { Exchange, Failure, Response } from './exchange';
import type { AnswerWords } from './readings/answer-words';
import type { BodyReading } from './readings/body';
import type { Challenge } from './readings/challenges';
import type { Credential } from './readings/credentials';
import type { ErrorInSuccess } from './readings/error-in-success';
import type { Fields } from './readings/fields';
import type { JwtReading } from './readings/jwt';
import type { PathReading } from './readings/path';
import type { RateLimit } from './readings/rate-limit';
import type { ServerClock } from './readings/server-clock';

/**
 * An exchange with everything that several facts want to know of it, worked out once and on demand.
 */
export interface Reading {
  readonly exchange: Exchange;
  readonly api: Api | undefined;
  /** The local clock, milliseconds since the epoch. */
  readonly now: number;
  /** What the error pages of servers in front of APIs are known by. */
  readonly pages: readonly GatewayPage[];

  readonly answer: Response | undefined;
  readonly failure: Failure | undefined;
  /** Whether the request was built and went out, as far as it could. */
  readonly sent: boolean;
  /** The request's URL, unless it is none. */
  readonly url: URL | undefined;
  readonly requestFields: Fields;
  readonly answerFields: Fields;
  readonly requestBody: BodyReading;
  readonly answerBody: BodyReading;
  /** What the answer itself says went wrong. */
  readonly words: AnswerWords;
  /** Whether an answer with a good status reports an error all the same. */
  readonly errorInSuccess: ErrorInSuccess;
  /** WWW-Authenticate and Proxy-Authenticate of the answer. */
  readonly challenges: readonly Challenge[];
  /** Credentials of the request, the one that the API expects first. */
  readonly credentials: readonly Credential[];
  /** The token of the request that is a JWT or is meant to be one. */
  readonly jwt: JwtReading | undefined;
  readonly clock: ServerClock | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly path: PathReading;
}

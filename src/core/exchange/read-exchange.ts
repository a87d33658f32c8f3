import type { Api } from '../catalog/catalog';
import type { GatewayPage } from '../catalog/format';
import type { Exchange, Failure, OwnFailure, Response } from './exchange';
import type { Reading } from './reading';
import { readAnswerWords } from './readings/answer-words';
import { readBody } from './readings/body';
import { readChallenges } from './readings/challenges';
import { readCredentials } from './readings/credentials';
import { readErrorInSuccess } from './readings/error-in-success';
import { readFields } from './readings/fields';
import { readJwt } from './readings/jwt';
import { readPath } from './readings/path';
import { readRateLimit } from './readings/rate-limit';
import { readServerClock } from './readings/server-clock';

/** Reads an exchange for the facts; every part is worked out when it is first asked for. `now`, `pages` as in `Reading`. */
export function readExchange(
  exchange: Exchange,
  api: Api | undefined,
  now: number,
  pages: readonly GatewayPage[] = [],
): Reading {
  return new LazyReading(exchange, api, now, pages);
}

const neverSent: ReadonlySet<string> = new Set<OwnFailure>([
  'UNRESOLVED_VARIABLE',
  'CIRCULAR_REFERENCE',
  'BODY_FILE_MISSING',
  'INVALID_URL',
  'REFERENCED_REQUEST_FAILED',
  'SCRIPT_FAILED',
  'UNSUPPORTED_PROTOCOL',
  'UNSUPPORTED_SYNTAX',
]);

/** Whether a failure is of a request that was not sent at all. */
export const isUnsent = (failure: Failure): boolean =>
  failure.phase === 'prepare' || neverSent.has(failure.code);

class LazyReading implements Reading {
  readonly answer: Response | undefined;
  readonly failure: Failure | undefined;
  readonly sent: boolean;
  readonly #parts = new Map<string, unknown>();

  constructor(
    readonly exchange: Exchange,
    readonly api: Api | undefined,
    readonly now: number,
    readonly pages: readonly GatewayPage[],
  ) {
    const { outcome } = exchange;
    this.answer = outcome.kind === 'response' ? outcome : undefined;
    this.failure = outcome.kind === 'failure' ? outcome : undefined;
    this.sent = !this.failure || !isUnsent(this.failure);
  }

  get url(): Reading['url'] {
    return this.#once('url', () =>
      URL.canParse(this.exchange.request.url) ? new URL(this.exchange.request.url) : undefined,
    );
  }
  get requestFields(): Reading['requestFields'] {
    return this.#once('requestFields', () => readFields(this.exchange.request.headers));
  }
  get answerFields(): Reading['answerFields'] {
    return this.#once('answerFields', () => readFields(this.answer?.headers ?? []));
  }
  get requestBody(): Reading['requestBody'] {
    return this.#once('requestBody', () =>
      readBody(this.exchange.request.body, this.requestFields.get('content-type')),
    );
  }
  get answerBody(): Reading['answerBody'] {
    return this.#once('answerBody', () => readBody(this.answer?.body, this.answerFields.get('content-type')));
  }
  get words(): Reading['words'] {
    return this.#once('words', () => readAnswerWords(this));
  }
  get errorInSuccess(): Reading['errorInSuccess'] {
    return this.#once('errorInSuccess', () => readErrorInSuccess(this));
  }
  get challenges(): Reading['challenges'] {
    return this.#once('challenges', () => readChallenges(this.answerFields));
  }
  get credentials(): Reading['credentials'] {
    return this.#once('credentials', () => readCredentials(this));
  }
  get jwt(): Reading['jwt'] {
    return this.#once('jwt', () => readJwt(this));
  }
  get clock(): Reading['clock'] {
    return this.#once('clock', () => readServerClock(this));
  }
  get rateLimit(): Reading['rateLimit'] {
    return this.#once('rateLimit', () => readRateLimit(this));
  }
  get path(): Reading['path'] {
    return this.#once('path', () => readPath(this));
  }

  #once<T>(part: string, read: () => T): T {
    if (!this.#parts.has(part)) this.#parts.set(part, read());
    return this.#parts.get(part) as T;
  }
}

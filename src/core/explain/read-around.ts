import type { Api } from '../catalog/catalog';
import { readExchange } from '../exchange/read-exchange';
import { parseHttpDate } from '../exchange/readings/http-date';
import { phrase, type Phrase, span } from '../text/phrase';
import { answerWith } from './answer-with';
import { quotedAnswer } from './quoted-answer';
import { toldFromNow } from './time-phrases';

/** Fields of a request that are named at most; the answer itself stands under the mouse. */
const namedFields = 3;
/** Any time but now: what moves with it is a delay, what does not is a point in time. */
const another = 1_000_000;

/**
 * What the answer that a text quotes around an error says beyond its code: which fields of the request are wrong, when
 * to try again, and the id by which support finds the exchange.
 * @param status of the error, where it is known
 * @param now milliseconds since the epoch
 */
export function readAround(
  text: string,
  start: number,
  status: number | undefined,
  api: Api | undefined,
  now: number,
): Phrase[] {
  const { bodies, headers } = quotedAnswer(text, start);
  if (bodies.length === 0 && headers.length === 0) return [];
  const date = parseHttpDate(headers.find(([name]) => name.toLowerCase() === 'date')?.[1]);
  const read = (body: string | undefined, receivedAt: number): ReturnType<typeof readExchange> =>
    readExchange(
      answerWith({
        status: status !== undefined && status >= 400 ? status : 400,
        headers: body === undefined ? headers : [['Content-Type', 'application/json'], ...headers],
        body,
        receivedAt,
      }),
      api,
      now,
    );
  const readings = [...bodies, undefined].map((body) => ({ body, reading: read(body, date ?? now) }));
  const wrong =
    readings.map(({ reading }) => reading.words.fieldErrors).find(({ length }) => length > 0) ?? [];
  const waiting = readings.find(({ reading }) => reading.rateLimit?.retryAt !== undefined);
  const id = readings.map(({ reading }) => reading.words.requestId).find((found) => found !== undefined);
  const phrases = wrong
    .slice(0, namedFields)
    .map(({ field, messages }) => phrase('`{0}`: {1}', field, messages.join(' ')));
  const retryAt = waiting?.reading.rateLimit?.retryAt;
  if (waiting && retryAt !== undefined) {
    const isDelay = date === undefined && read(waiting.body, now + another).rateLimit?.retryAt !== retryAt;
    phrases.push(
      isDelay
        ? phrase('Try again {0} after the answer.', span(retryAt - now))
        : toldFromNow('Try again', retryAt, now),
    );
  }
  if (id) phrases.push(phrase('Request id: `{0}`.', id.value));
  return phrases;
}

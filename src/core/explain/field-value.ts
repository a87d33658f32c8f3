import { readExchange } from '../exchange/read-exchange';
import type { Reading } from '../exchange/reading';
import { parseHttpDate } from '../exchange/readings/http-date';
import { readReset } from '../exchange/readings/rate-limits/reset';
import { readRetryAfter } from '../exchange/readings/rate-limits/retry-after';
import { redactText } from '../redact/redactor';
import { phrase, type Phrase, span } from '../text/phrase';
import { answerWith } from './answer-with';
import { fieldsAround } from './fields-around';
import { toldFromNow } from './time-phrases';

/**
 * What the value of a header field says here and now: a reset as a time, a challenge in words. The fields around it are
 * read with it, so that an answer's own `Date` counts. Nothing where there is no value or it is malformed.
 * @param start where the field's name stands in `text`
 * @param now milliseconds since the epoch
 */
export function readFieldValue(name: string, text: string, start: number, now: number): Phrase[] {
  const { own, all } = fieldsAround(text, start);
  if (own === undefined) return [];
  const date = parseHttpDate(all.find(([other]) => other.toLowerCase() === 'date')?.[1]);
  const reading = readExchange(
    answerWith({
      headers: [[name, own], ...all.filter(([other]) => other !== name)],
      receivedAt: date ?? now,
    }),
    undefined,
    now,
  );
  const read = readers.find(({ names }) => names.test(name));
  return read ? read.read(reading, own, date, now) : [];
}

/** When a window starts anew, which was told as a delay: it begins with the answer. */
const anew = (at: number, date: number | undefined, now: number): Phrase =>
  date === undefined
    ? phrase('The window resets {0} after the answer.', span(at - now))
    : toldFromNow('The window starts anew', at, now);

interface FieldReader {
  readonly names: RegExp;
  /** `date` is the answer's own time, where it is told. */
  readonly read: (reading: Reading, value: string, date: number | undefined, now: number) => Phrase[];
}

const readers: readonly FieldReader[] = [
  {
    names: /^(?:x-)?retry-after(?:-ms)?$/i,
    read(reading, value, date, now) {
      const wait = readRetryAfter(reading);
      if (!wait) return [];
      const isDelay = date === undefined && /^\d+$/.test(value.trim());
      return isDelay
        ? [phrase('Try again {0} after the answer.', span(wait.at - now))]
        : [toldFromNow('Try again', wait.at, now)];
    },
  },
  {
    names: /rate-?limit.*-reset(?:-\w+)?$/i,
    read(reading, value, date, now) {
      const reset = readReset(reading, value);
      if (!reset) return [];
      const isDelay = date === undefined && (Number(value) < 1e9 || /^[\d.]+(?:h|m|s|ms)/.test(value));
      const said = isDelay ? anew(reset.at, date, now) : toldFromNow('The window starts anew', reset.at, now);
      return reset.assumption ? [said, phrase('Assumed: {0}.', reset.assumption)] : [said];
    },
  },
  {
    names: /^ratelimit$/i,
    read({ rateLimit }, _value, date, now) {
      if (rateLimit?.remaining === undefined) return [];
      const left =
        rateLimit.limit === undefined
          ? phrase('{0} requests are left.', rateLimit.remaining)
          : phrase('{0} of {1} requests are left.', rateLimit.remaining, rateLimit.limit);
      const { window, resetAt } = rateLimit;
      return [
        left,
        ...(window === undefined ? [] : [phrase('The window is {0} long.', span(window))]),
        ...(resetAt === undefined ? [] : [anew(resetAt, date, now)]),
      ];
    },
  },
  {
    names: /^(?:www|proxy)-authenticate$/i,
    read: ({ challenges }) =>
      challenges.map(({ scheme, parameters }) => {
        const { error, error_description: description, scope } = parameters;
        if (error !== undefined)
          return phrase(
            '{0}: the error is `{1}`. {2}',
            scheme,
            error,
            redactText(description ?? scope ?? ''),
          );
        return phrase('{0}: no error is named, so no usable credential arrived.', scheme);
      }),
  },
  {
    names: /^(?:date|expires|last-modified|sunset|deprecation|if-modified-since|if-unmodified-since)$/i,
    read(_reading, value, _date, now) {
      const epoch = /^@(\d{1,12})$/.exec(value.trim())?.[1];
      const at = epoch === undefined ? parseHttpDate(value) : Number(epoch) * 1000;
      return at === undefined ? [] : [toldFromNow('', at, now)];
    },
  },
];

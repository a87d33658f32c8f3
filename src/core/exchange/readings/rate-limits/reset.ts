import type { ResetUnit } from '../../../catalog/format';
import { phrase, type Phrase } from '../../../text/phrase';
import type { Reading } from '../../reading';
import { parseHttpDate } from '../http-date';
import { toLocalTime } from '../rate-limit';

export interface Reset {
  /** Milliseconds since the epoch, by the local clock. */
  readonly at: number;
  readonly assumption?: Phrase;
}

/** `6m0s`, `1h`, `250ms`, as Go prints durations. */
const duration =
  /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?$/;

/**
 * A reset of no standard: letters are a date or a duration; from 10¹² on it is epoch milliseconds, from 10⁹ on epoch
 * seconds, below that seconds from now. `unit` is what the API's catalog pins. Undefined where it is malformed.
 */
export function readReset(reading: Reading, value: string | undefined, unit?: ResetUnit): Reset | undefined {
  const text = value?.split(',', 1)[0]?.trim() ?? '';
  const received = reading.answer?.receivedAt ?? reading.now;
  if (!/^\d{1,16}(?:\.\d{1,9})?$/.test(text)) {
    const date = parseHttpDate(value);
    if (date !== undefined) return { at: toLocalTime(reading, date) };
    const parts = text === '' ? null : duration.exec(text);
    if (!parts || parts[0] === '') return undefined;
    const [hours, minutes, seconds, milliseconds] = parts.slice(1).map((part) => Number(part ?? 0));
    return {
      at:
        received + ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000 + (milliseconds ?? 0),
    };
  }
  const number = Number(text);
  switch (unit ?? guessUnit(number)) {
    case 'epoch-milliseconds':
      return {
        at: toLocalTime(reading, number),
        assumption: unit ? undefined : phrase('read as milliseconds since 1970'),
      };
    case 'epoch-seconds':
      return {
        at: toLocalTime(reading, number * 1000),
        assumption: unit ? undefined : phrase('read as seconds since 1970'),
      };
    case 'delta-milliseconds':
      return { at: received + number };
    case 'delta-seconds':
      return {
        at: received + number * 1000,
        assumption: unit ? undefined : phrase('read as seconds from now'),
      };
    case 'date':
      return undefined;
  }
}

function guessUnit(number: number): ResetUnit {
  if (number >= 1e12) return 'epoch-milliseconds';
  return number >= 1e9 ? 'epoch-seconds' : 'delta-seconds';
}

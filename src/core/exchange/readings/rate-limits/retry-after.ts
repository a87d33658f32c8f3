import type { Reading } from '../../reading';
import { parseHttpDate } from '../http-date';
import { toLocalTime } from '../rate-limit';

/** A time to wait for: milliseconds since the epoch, by the local clock, and the field that said so. */
export interface Wait {
  readonly at: number;
  readonly field: string;
}

/** Retry-After (RFC 9110 §10.2.3): seconds, or a date that is read against the answer's Date. */
export function readRetryAfter(reading: Reading): Wait | undefined {
  const { answer, answerFields } = reading;
  if (!answer) return undefined;
  const milliseconds = /^\d{1,12}(?:\.\d{1,6})?$/.exec(answerFields.get('retry-after-ms')?.trim() ?? '')?.[0];
  if (milliseconds !== undefined)
    return { at: answer.receivedAt + Number(milliseconds), field: 'Retry-After-Ms' };
  for (const field of ['Retry-After', 'X-Retry-After']) {
    const value = answerFields.all(field)[0]?.trim();
    if (value === undefined) continue;
    // Whole seconds by the standard; some send `2.0`.
    if (/^\d{1,9}(?:\.\d{1,6})?$/.test(value)) return { at: answer.receivedAt + Number(value) * 1000, field };
    const date = parseHttpDate(value);
    if (date !== undefined) return { at: toLocalTime(reading, date), field };
  }
  return undefined;
}

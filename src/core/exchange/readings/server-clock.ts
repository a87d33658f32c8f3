import type { Reading } from '../reading';
import { parseHttpDate } from './http-date';

/** The server's clock as its answer shows it. */
export interface ServerClock {
  /** What the server's clock said when the answer arrived, milliseconds since the epoch. */
  readonly at: number;
  /** How far it is ahead of the local clock, in milliseconds; negative where it is behind. */
  readonly ahead: number;
}

/** From the answer's Date; an answer out of a cache is as old as its Age says (RFC 9111 §4.2.3). */
export function readServerClock({ answer, answerFields }: Reading): ServerClock | undefined {
  const date = parseHttpDate(answerFields.get('date'));
  if (!answer || date === undefined) return undefined;
  const age = /^\s*(\d{1,9})\s*$/.exec(answerFields.get('age') ?? '')?.[1];
  const at = date + Number(age ?? 0) * 1000;
  return { at, ahead: at - answer.receivedAt };
}

/** The server's clock where the answer showed it, else the local one. */
export const serverNow = (reading: Reading): number =>
  reading.clock?.at ?? reading.answer?.receivedAt ?? reading.now;

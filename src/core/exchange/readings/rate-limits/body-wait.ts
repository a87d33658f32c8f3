import type { Reading } from '../../reading';
import { asText, own, valueAt } from '../json-path';
import type { Wait } from './retry-after';

/** Members that hold a wait, with the milliseconds of their unit. */
const members: readonly (readonly [name: string, unit: number])[] = [
  ['wait_seconds', 1000], ['retry_after', 1000], ['retryAfter', 1000], ['retry_after_seconds', 1000], ['retryAfterSeconds', 1000],
  ['retry_in', 1000], ['retry_after_ms', 1], ['retryAfterMs', 1],
]; // prettier-ignore

/** "Expected available in 42 seconds.", "Tente novamente em 60 segundos.", "try again in 2 minutes". */
const sentence =
  /\b(?:in|after|em|within|for|por|wait|aguarde)\s+(?:about\s+)?(\d{1,7})(?:\.\d+)?\s*(ms\b|milliseconds?|s\b|secs?\b|seconds?|segundos?|m\b|mins?\b|minutes?|minutos?|h\b|hours?|horas?)/i;

/** The wait that the body of a 429 or 503 names: by the catalog's path, a usual member, or the message. */
export function readBodyWait(reading: Reading): Wait | undefined {
  const { answer, api, answerBody, words } = reading;
  if (!answer) return undefined;
  const at = (milliseconds: number): number => answer.receivedAt + Math.ceil(milliseconds);
  const path = api?.rateLimits?.wait;
  const pinned = path === undefined ? undefined : number(valueAt(answerBody.json, path));
  if (path !== undefined && pinned !== undefined) return { at: at(pinned * 1000), field: path };
  if (answer.status !== 429 && answer.status !== 503) return undefined;
  const { json } = answerBody;
  const error = own(json, 'error');
  for (const holder of [json, error, own(error, 'details'), own(json, 'details'), own(json, 'parameters')]) {
    for (const [field, unit] of members) {
      const value = number(own(holder, field));
      // A value of epoch size is no wait.
      if (value !== undefined && value * unit < 1e9) return { at: at(value * unit), field };
    }
  }
  const delay = retryInfo(own(error, 'details')) ?? retryInfo(own(json, 'details'));
  if (delay !== undefined) return { at: at(delay * 1000), field: 'retryDelay' };
  for (const message of words.messages) {
    const [, count, unit] = sentence.exec(message.slice(0, 1000)) ?? [];
    if (count !== undefined && unit !== undefined)
      return { at: at(Number(count) * unitLength(unit)), field: message };
  }
  return undefined;
}

/** Seconds of `google.rpc.RetryInfo`, whose `retryDelay` is `17s` or `0.5s`. */
function retryInfo(details: unknown): number | undefined {
  if (!Array.isArray(details)) return undefined;
  for (const detail of details.slice(0, 20)) {
    const seconds = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(asText(own(detail, 'retryDelay')) ?? '')?.[1];
    if (seconds !== undefined) return Number(seconds);
  }
  return undefined;
}

function number(value: unknown): number | undefined {
  const text = asText(value);
  return text !== undefined && /^\d{1,12}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function unitLength(unit: string): number {
  if (/^(?:ms|milli)/i.test(unit)) return 1;
  if (/^h/i.test(unit)) return 3_600_000;
  return /^m/i.test(unit) ? 60_000 : 1000;
}

import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isObject } from '../validation/rules';
import type { Answer, Delivery } from '../server/answer';

/** The longest pause that a script may ask for, milliseconds. */
export const MAX_DELAY_MS = 10 * 60 * 1000;

/**
 * One step of a script, as it stands in JSON. `status` alone answers with that status; `pass` hands the request on to the
 * API itself; `times` plays the step so many times.
 */
export interface Step {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is a string, else as JSON. */
  readonly body?: unknown;
  /** Milliseconds before the first byte. */
  readonly delay?: number;
  readonly hang?: boolean;
  readonly reset?: boolean;
  readonly truncate?: boolean;
  readonly drip?: { readonly bytes: number; readonly everyMs: number };
  /** A `Retry-After` in its date form, so many seconds ahead. */
  readonly retryAfterDate?: number;
  readonly pass?: boolean;
  readonly times?: number;
}

const KEYS: Record<keyof Step, (value: unknown) => boolean> = {
  status: (value) => isInteger(value) && value >= 200 && value <= 999,
  headers: (value) => isObject(value) && Object.entries(value).every(isHeaderField),
  body: () => true,
  delay: isMilliseconds,
  hang: isBoolean,
  reset: isBoolean,
  truncate: isBoolean,
  drip: (value) =>
    isObject(value) && isInteger(value['bytes']) && value['bytes'] > 0 && isMilliseconds(value['everyMs']),
  retryAfterDate: (value) => typeof value === 'number' && Number.isFinite(value),
  pass: isBoolean,
  times: (value) => isInteger(value) && value >= 1,
};

/** `value` as steps, or what is wrong with it. */
export function parseSteps(value: unknown): readonly Step[] | { readonly problem: string } {
  if (!Array.isArray(value) || value.length === 0) return { problem: 'a script is a JSON array of steps' };
  for (const [i, step] of value.entries()) {
    if (!isObject(step)) return { problem: `step ${i} is not an object` };
    for (const [key, given] of Object.entries(step)) {
      const isValid = Object.hasOwn(KEYS, key) ? KEYS[key as keyof Step] : undefined;
      if (!isValid)
        return { problem: `step ${i}: unknown key "${key}"; known: ${Object.keys(KEYS).join(', ')}` };
      if (!isValid(given)) return { problem: `step ${i}: "${key}" cannot be ${JSON.stringify(given)}` };
    }
  }
  return value as Step[];
}

/** What `step` sends. `now` is milliseconds since the epoch. */
export function answerOf(step: Step, now: number): Answer {
  const status = step.status ?? 200;
  const isText = typeof step.body === 'string';
  const date = step.retryAfterDate === undefined ? undefined : new Date(now + step.retryAfterDate * 1000);
  return {
    status,
    headers: {
      'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json',
      ...(date && { 'Retry-After': date.toUTCString() }),
      ...step.headers,
    },
    body: isText ? String(step.body) : JSON.stringify(step.body ?? { status }),
    delivery: { ...deliveryOf(step), delay: step.delay },
  };
}

function deliveryOf(step: Step): Delivery {
  if (step.hang) return { kind: 'hang' };
  if (step.reset) return { kind: 'reset' };
  if (step.truncate) return { kind: 'truncate' };
  if (step.drip) return { kind: 'drip', ...step.drip };
  return { kind: 'whole' };
}

function isHeaderField([name, value]: readonly [string, unknown]): boolean {
  if (typeof value !== 'string') return false;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isMilliseconds(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= MAX_DELAY_MS;
}

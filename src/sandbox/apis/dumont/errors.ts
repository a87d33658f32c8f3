import type { ErrorKind } from '../../pipeline/error-kinds';
import type { Refusal as AnyRefusal } from '../../pipeline/refusal';
import { json, withHeaders, type Answer } from '../../server/answer';

/**
 * Dumont documents statuses and messages, no codes and no shape of the body. The sandbox answers as FastAPI does:
 * `{"detail": "…"}`, and for fields `{"detail": [{"type", "loc", "msg", "input"}]}`. The names are the sandbox's own, by
 * which errors are asked for; so are the statuses of the last five, which are documented by their messages only.
 */
export const KINDS = {
  'bad-request': { status: 400, message: 'Invalid request parameters' },
  unauthorized: { status: 401, message: 'Invalid or expired token' },
  forbidden: { status: 403, message: 'Not allowed to access this resource' },
  'not-found': { status: 404, message: 'Not Found' },
  'method-not-allowed': { status: 405, message: 'Method Not Allowed' },
  conflict: { status: 409, message: 'Another operation is in progress' },
  'too-large': { status: 413, message: 'Request body too large' },
  unprocessable: {
    status: 422,
    message: 'Validation failed',
    details: [{ type: 'missing', loc: ['body', 'username'], msg: 'Field required', input: {} }],
  },
  'too-many-requests': { status: 429, message: 'Too Many Requests' },
  'internal-error': { status: 500, message: 'Internal Server Error' },
  'upstream-unavailable': { status: 502, message: 'Upstream provider unavailable' },
  'service-unavailable': { status: 503, message: 'Service under maintenance' },
  'instance-not-found': { status: 404, message: 'Instance not found' },
  'cannot-start-instance': { status: 409, message: 'Cannot start instance' },
  'warm-pool-not-ready': { status: 409, message: 'Warm pool not ready' },
  'cpu-standby-not-configured': { status: 409, message: 'CPU standby not configured' },
  'snapshot-failed': { status: 500, message: 'Snapshot failed' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorName = keyof typeof KINDS;

/** Its `details`, where it has some, are the whole `detail`. */
export type Refusal = AnyRefusal<ErrorName>;

export function refuse(refused: ErrorName, more: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...more };
}

/** One of the quoted messages with what is behind it: `Cannot start instance: insufficient balance`. */
export const because = (refused: ErrorName, reason: string): Refusal =>
  refuse(refused, { message: `${KINDS[refused].message}: ${reason}` });

export function errorAnswer({ refused, message, details, headers = {} }: Refusal): Answer {
  const { status, message: usual } = KINDS[refused];
  return withHeaders(json(status, { detail: details ?? message ?? usual }), headers);
}

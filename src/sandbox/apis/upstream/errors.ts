import type { ErrorKind } from '../../pipeline/error-kinds';
import type { Refusal as AnyRefusal } from '../../pipeline/refusal';
import { json, withHeaders, type Answer } from '../../server/answer';

/** The codes of the documented exception handler, with the messages that Django REST framework gives them. */
export const KINDS = {
  authentication_failed: { status: 401, message: 'Authentication credentials were not provided.' },
  permission_denied: { status: 403, message: 'You do not have permission to perform this action.' },
  not_found: { status: 404, message: 'Not found.' },
  throttled: { status: 429, message: 'Request was throttled.' },
  validation_error: {
    status: 400,
    message: 'Invalid input data',
    details: { number: ['This field is required.'], amount: ['A valid number is required.'] },
  },
  parse_error: { status: 400, message: 'Malformed request.' },
  method_not_allowed: { status: 405, message: 'Method "GET" not allowed.' },
  unsupported_media_type: { status: 415, message: 'Unsupported media type "text/plain" in request.' },
  internal_server_error: {
    status: 500,
    message: 'An unexpected error occurred. Please try again later.',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof KINDS;

/** Its `details` are an object. */
export type Refusal = AnyRefusal<ErrorCode>;

export function refuse(refused: ErrorCode, more: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...more };
}

/** A 429 that says, in its message, its details and `Retry-After`, how many seconds to wait. */
export function throttled(wait: number): Refusal {
  const seconds = Math.max(1, Math.ceil(wait));
  return refuse('throttled', {
    message: `${KINDS.throttled.message} Expected available in ${seconds} second${seconds === 1 ? '' : 's'}.`,
    details: { wait_seconds: seconds },
    headers: { 'Retry-After': String(seconds) },
  });
}

export function errorAnswer({ refused, message, details = {}, headers = {} }: Refusal): Answer {
  const { status, message: usual } = KINDS[refused];
  return withHeaders(json(status, { error: { code: refused, message: message ?? usual, details } }), headers);
}

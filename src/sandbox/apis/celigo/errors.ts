import type { ErrorKind } from '../../pipeline/error-kinds';
import type { Refusal as AnyRefusal } from '../../pipeline/refusal';
import { json, withHeaders, type Answer } from '../../server/answer';

/**
 * Four of the codes are documented: unauthorized, forbidden, connection_timeout and rate_limit_exceeded. Of the others
 * only the statuses are, and of connection_timeout only code and message: the rest is this sandbox's choice.
 */
export const KINDS = {
  bad_request: { status: 400, message: 'The request is malformed' },
  unauthorized: { status: 401, message: 'Invalid or expired API key' },
  forbidden: { status: 403, message: 'Insufficient permissions' },
  not_found: { status: 404, message: 'Resource not found' },
  method_not_allowed: { status: 405, message: 'Method not allowed' },
  conflict: { status: 409, message: 'Resource is in use' },
  validation_error: {
    status: 422,
    message: 'Invalid payload',
    details: [{ field: 'name', message: 'name is required' }],
  },
  rate_limit_exceeded: { status: 429, message: 'Too many requests' },
  internal_error: { status: 500, message: 'Internal server error' },
  bad_gateway: { status: 502, message: 'Bad gateway' },
  service_unavailable: { status: 503, message: 'Service unavailable' },
  connection_timeout: { status: 504, message: 'Request timed out after 30 seconds' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorName = keyof typeof KINDS;

/** Its `details` are a list of `FieldError`. */
export type Refusal = AnyRefusal<ErrorName>;

/** What is wrong with one field of a payload. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export function refuse(refused: ErrorName, more: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...more };
}

/** The envelope: a list of errors, one for each field where fields are to blame. */
export function errorAnswer({ refused, message, details, headers = {} }: Refusal): Answer {
  const { status, message: usual } = KINDS[refused];
  const errors = Array.isArray(details)
    ? (details as readonly FieldError[]).map((error) => ({ code: refused, ...error }))
    : [{ code: refused, message: message ?? usual }];
  return withHeaders(json(status, { errors }), headers);
}

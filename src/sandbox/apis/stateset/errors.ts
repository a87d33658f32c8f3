import type { ErrorKind } from '../../pipeline/error-kinds';
import type { Refusal as AnyRefusal } from '../../pipeline/refusal';
import { json, withHeaders, type Answer } from '../../server/answer';

export const KINDS = {
  INVALID_CREDENTIALS: { status: 401, message: 'Invalid email or password' },
  TOKEN_EXPIRED: { status: 401, message: 'Access token has expired' },
  INVALID_TOKEN: { status: 401, message: 'Token is invalid or malformed' },
  INVALID_API_KEY: { status: 401, message: 'API key is invalid or revoked' },
  INSUFFICIENT_PERMISSIONS: {
    status: 403,
    message: "You don't have permission to perform this action",
    details: { required_permission: 'orders:delete' },
  },
  NOT_FOUND: { status: 404, message: 'Resource not found' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'Method not allowed' },
  DUPLICATE_ENTRY: {
    status: 409,
    message: 'A resource with this identifier already exists',
    details: { field: 'email', value: 'user@example.com' },
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    message: 'A request with this idempotency key is still being processed',
  },
  IDEMPOTENCY_KEY_REUSED: { status: 422, message: 'This idempotency key was used with a different request' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'Request body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'Expected a request with Content-Type: application/json' },
  VALIDATION_ERROR: {
    status: 400,
    message: 'Invalid request data',
    details: { email: ['Email is required'], password: ['Password must be at least 8 characters'] },
  },
  RESOURCE_LOCKED: {
    status: 423,
    message: 'Resource is locked',
    details: { locked_by: 'warehouse-sync' },
  },
  INSUFFICIENT_INVENTORY: {
    status: 422,
    message: 'Not enough inventory available',
    details: { product_id: 'prod_1002', requested: 10, available: 5 },
  },
  INVALID_STATUS_TRANSITION: {
    status: 422,
    message: 'Status transition is not allowed',
    details: { from: 'shipped', to: 'cancelled', allowed: ['delivered'] },
  },
  ORDER_ALREADY_FULFILLED: { status: 422, message: 'Order has already been fulfilled' },
  RETURN_WINDOW_EXPIRED: {
    status: 422,
    message: 'Return window has expired',
    details: { window_days: 30 },
  },
  PAYMENT_FAILED: {
    status: 402,
    message: 'Payment processing failed',
    details: { decline_code: 'card_declined' },
  },
  RATE_LIMIT_EXCEEDED: { status: 429, message: 'Rate limit exceeded' },
  INTERNAL_ERROR: { status: 500, message: 'An internal error occurred' },
  SERVICE_UNAVAILABLE: { status: 503, message: 'Service is temporarily unavailable' },
  TIMEOUT: { status: 504, message: 'Request took too long' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof KINDS;

/** Its `details` are an object. */
export type Refusal = AnyRefusal<ErrorCode>;

export function refuse(refused: ErrorCode, more: Omit<Refusal, 'refused'> = {}): Refusal {
  return { refused, ...more };
}

/** `refusal` in the API's envelope. Of a missing permission the details stand beside code and message. */
export function errorAnswer({ refused, details, headers = {} }: Refusal, requestId: string): Answer {
  const { status, message } = KINDS[refused];
  const members = refused === 'INSUFFICIENT_PERMISSIONS' ? details : { details };
  const error = { code: refused, message, status, ...(members as object), request_id: requestId };
  return withHeaders(json(status, { error }), headers);
}

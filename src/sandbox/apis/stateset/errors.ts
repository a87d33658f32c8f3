import { json, withHeaders, type Answer } from '../../server/answer';

interface ErrorKind {
  readonly status: number;
  readonly message: string;
  /** Members of `error` that go with it, as they look where the error is asked for and not provoked. */
  readonly example?: Readonly<Record<string, unknown>>;
}

const KINDS = {
  INVALID_CREDENTIALS: { status: 401, message: 'Invalid email or password' },
  TOKEN_EXPIRED: { status: 401, message: 'Access token has expired' },
  INVALID_TOKEN: { status: 401, message: 'Token is invalid or malformed' },
  INVALID_API_KEY: { status: 401, message: 'API key is invalid or revoked' },
  INSUFFICIENT_PERMISSIONS: {
    status: 403,
    message: "You don't have permission to perform this action",
    example: { required_permission: 'orders:delete' },
  },
  NOT_FOUND: { status: 404, message: 'Resource not found' },
  METHOD_NOT_ALLOWED: { status: 405, message: 'Method not allowed' },
  DUPLICATE_ENTRY: {
    status: 409,
    message: 'A resource with this identifier already exists',
    example: { details: { field: 'email', value: 'user@example.com' } },
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
    example: {
      details: { email: ['Email is required'], password: ['Password must be at least 8 characters'] },
    },
  },
  RESOURCE_LOCKED: {
    status: 423,
    message: 'Resource is locked',
    example: { details: { locked_by: 'warehouse-sync' } },
  },
  INSUFFICIENT_INVENTORY: {
    status: 422,
    message: 'Not enough inventory available',
    example: { details: { product_id: 'prod_1002', requested: 10, available: 5 } },
  },
  INVALID_STATUS_TRANSITION: {
    status: 422,
    message: 'Status transition is not allowed',
    example: { details: { from: 'shipped', to: 'cancelled', allowed: ['delivered'] } },
  },
  ORDER_ALREADY_FULFILLED: { status: 422, message: 'Order has already been fulfilled' },
  RETURN_WINDOW_EXPIRED: {
    status: 422,
    message: 'Return window has expired',
    example: { details: { window_days: 30 } },
  },
  PAYMENT_FAILED: {
    status: 402,
    message: 'Payment processing failed',
    example: { details: { decline_code: 'card_declined' } },
  },
  RATE_LIMIT_EXCEEDED: { status: 429, message: 'Rate limit exceeded' },
  INTERNAL_ERROR: { status: 500, message: 'An internal error occurred' },
  SERVICE_UNAVAILABLE: { status: 503, message: 'Service is temporarily unavailable' },
  TIMEOUT: { status: 504, message: 'Request took too long' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof KINDS;

export const ERROR_CODES = Object.keys(KINDS) as readonly ErrorCode[];

export const isErrorCode = (name: string): name is ErrorCode => Object.hasOwn(KINDS, name);

/** A refused request: an error as a value, until the pipeline makes an answer of it. */
export interface Refusal {
  readonly refused: ErrorCode;
  /** Further members of `error`: `details`, `required_permission`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refuse(
  code: ErrorCode,
  members?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
): Refusal {
  return { refused: code, members, headers };
}

export const isRefusal = (value: object): value is Refusal => 'refused' in value;

/** `refusal` in the API's envelope. */
export function errorAnswer(refusal: Refusal, requestId: string): Answer {
  const { status, message } = KINDS[refusal.refused];
  const error = { code: refusal.refused, message, status, ...refusal.members, request_id: requestId };
  return withHeaders(json(status, { error }), refusal.headers ?? {});
}

/** `code` with the members it usually has, for errors on demand. */
export function exampleOf(code: ErrorCode): Refusal {
  const kind: ErrorKind = KINDS[code];
  return refuse(code, kind.example);
}

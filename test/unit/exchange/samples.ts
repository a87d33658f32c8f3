import type { Api } from '../../../src/core/catalog/catalog';
import type {
  Body,
  Exchange,
  Failure,
  HeaderField,
  Response,
  SentRequest,
} from '../../../src/core/exchange/exchange';

/** The moment at which every sample answer arrives. */
export const received = Date.UTC(2026, 10, 20, 10, 18, 0);
const second = 1000;

export type Headers = Readonly<Record<string, string | readonly string[]>>;

export interface RequestSample {
  method?: string;
  url?: string;
  headers?: Headers;
  body?: string;
}

export interface AnswerSample {
  status?: number;
  reason?: string;
  headers?: Headers;
  body?: unknown;
}

const fields = (headers: Headers = {}): HeaderField[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each): HeaderField => [name, each]),
  );

export const body = (text: string): Body => ({ text, size: Buffer.byteLength(text) });

export function request({
  method = 'GET',
  url = 'https://api.shop.example/api/v1/orders',
  headers,
  body: text,
}: RequestSample = {}): SentRequest {
  return { method, url, headers: fields(headers), ...(text === undefined ? {} : { body: body(text) }) };
}

/** An exchange that was answered; a `body` that is no text is sent as JSON. */
export function answered(
  answer: AnswerSample = {},
  sent: RequestSample = {},
  more: Partial<Exchange> = {},
): Exchange {
  const { status = 200, reason = '', headers = {}, body: content } = answer;
  const isText = content === undefined || typeof content === 'string';
  const text = isText ? (content ?? '') : JSON.stringify(content);
  const outcome: { kind: 'response' } & Response = {
    kind: 'response',
    status,
    reason,
    httpVersion: '1.1',
    headers: fields(isText ? headers : { 'Content-Type': 'application/json', ...headers }),
    body: body(text),
    url: sent.url ?? 'https://api.shop.example/api/v1/orders',
    receivedAt: received,
  };
  return {
    request: request(sent),
    redirects: [],
    outcome,
    startedAt: received - 80,
    timings: { wait: 50, total: 80 },
    ...more,
  };
}

/** An exchange with no answer. */
export function failed(
  failure: Partial<Failure> & { code: string },
  sent: RequestSample = {},
  more: Partial<Exchange> = {},
): Exchange {
  const { code, message = code, chain = [{ name: 'Error', code, message }], ...rest } = failure;
  return {
    request: request(sent),
    redirects: [],
    outcome: { kind: 'failure', code, message, chain, ...rest },
    startedAt: received - 80,
    timings: { total: 80 },
    ...more,
  };
}

/** A date of the server's clock, in seconds from when the answer arrives, as HTTP writes it. */
export const date = (ahead = 0): string => new Date(received + ahead * second).toUTCString();

/** Seconds since the epoch, from when the answer arrives. */
export const epoch = (ahead = 0): number => received / second + ahead;

/** A JSON Web Token with a signature of the right length. */
export function jwt(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode(header)}.${encode(claims)}.${Buffer.alloc(32, 7).toString('base64url')}`;
}

export const bearer = (claims: object, header?: object): Headers => ({
  Authorization: `Bearer ${jwt(claims, header)}`,
});

/** An API that takes a JWT in Authorization or a key in X-API-Key. */
export const shop: Api = {
  id: 'shop',
  name: 'Shop API',
  match: {
    hosts: ['api.shop.example', 'localhost:8080'],
    prefixes: ['/api/v1'],
    endpoints: [
      'GET /api/v1/orders',
      'POST /api/v1/orders',
      'GET /api/v1/orders/{id}',
      '/api/v1/customers/{id}',
      'POST /api/v1/auth/login',
      '/health',
    ],
    headers: ['X-Shop-Version'],
    words: ['shop'],
  },
  envelope: {
    code: 'error.code',
    message: 'error.message',
    details: 'error.details',
    requestId: 'error.request_id',
  },
  authentication: [
    { scheme: 'bearer-jwt', header: 'Authorization', accessLifetime: 3600, refreshLifetime: 86_400 },
    { scheme: 'api-key', header: 'X-API-Key' },
  ],
  rateLimits: {
    limit: 'X-RateLimit-Limit',
    remaining: 'X-RateLimit-Remaining',
    reset: 'X-RateLimit-Reset',
    resetUnit: 'epoch-seconds',
    wait: 'error.details.wait_seconds',
  },
  idempotency: { header: 'Idempotency-Key', methods: ['POST'] },
  support: { email: 'help@shop.example', include: ['request-id', 'timestamp'] },
  secrets: ['gift_code'],
};

/** An API whose keys go into Authorization. */
export const keyApi: Api = {
  id: 'flows',
  name: 'Flows',
  match: { hosts: ['api.flows.example'] },
  authentication: [{ scheme: 'bearer', header: 'Authorization' }],
};

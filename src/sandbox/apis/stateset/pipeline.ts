import { corsHeaders, preflight, type CorsPolicy } from '../../server/cors';
import { withHeaders, type Answer } from '../../server/answer';
import type { Call } from '../../server/call';
import { createRouter, type Router } from '../../server/router';
import type { DurationMetric } from '../../server/metrics';
import type { IdempotencyStore } from '../../storage/idempotency';
import { authenticate, authorize } from './auth/authenticate';
import { ANONYMOUS, type Principal } from './auth/principal';
import type { Endpoint, Outcome, StatesetRoute } from './endpoint';
import { errorAnswer, isRefusal, refuse, type Refusal } from './errors';
import { requestedError } from './faults';
import type { createRateLimit } from './rate-limit';
import { readJsonBody } from './read-body';

export interface PipelineParts {
  readonly routes: readonly StatesetRoute[];
  /** Paths outside the rate limit. */
  readonly unlimited: ReadonlySet<string>;
  readonly rateLimit: ReturnType<typeof createRateLimit>;
  readonly idempotency: IdempotencyStore;
  readonly durations: DurationMetric;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly log: (line: string) => void;
}

const CORS: CorsPolicy = {
  origins: ['http://localhost:3000'],
  methods: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
  headers: ['Authorization', 'Content-Type', 'X-API-Key', 'Idempotency-Key'],
  exposed: ['X-Request-ID', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'],
};

/**
 * What every request goes through, in this order: preflight, fault on demand, route, credentials, rate limit, permission,
 * body, idempotency, endpoint. A wrong path is a 404 before anybody asks for a token.
 */
export function createPipeline(parts: PipelineParts): (call: Call) => Promise<Answer> {
  const match = createRouter(parts.routes);
  return async (call) => {
    const requestId = requestIdOf(call) ?? parts.newId('req').replace('_', '-');
    const answer = preflight(CORS, call) ?? (await route(call, requestId, match, parts));
    return withHeaders(answer, { 'X-Request-ID': requestId, ...corsHeaders(CORS, call) });
  };
}

/** A client may name its request itself; what it sends is echoed, so its form is restricted. */
function requestIdOf(call: Call): string | undefined {
  const given = call.headers['x-request-id'];
  return given && /^[\w.-]{1,128}$/.test(given) ? given : undefined;
}

async function route(
  call: Call,
  requestId: string,
  match: Router<Endpoint>,
  parts: PipelineParts,
): Promise<Answer> {
  const found = match(call.method, call.path);
  const template = found.kind === 'found' ? found.route.template : 'unmatched';
  const startedAt = performance.now();
  const outcome = await respond(call, found, parts).catch((error: unknown) => {
    if (!call.signal.aborted)
      parts.log(`${requestId} ${error instanceof Error ? error.stack : String(error)}`);
    return refuse('INTERNAL_ERROR');
  });
  const answer = isRefusal(outcome) ? errorAnswer(outcome, requestId) : outcome;
  parts.durations.observe(
    methodLabel(call.method),
    template,
    answer.status,
    (performance.now() - startedAt) / 1000,
  );
  return answer;
}

async function respond(
  call: Call,
  found: ReturnType<Router<Endpoint>>,
  parts: PipelineParts,
): Promise<Outcome> {
  const requested = requestedError(call, parts.now());
  if (requested) return requested;
  if (found.kind === 'not-found') return refuse('NOT_FOUND');
  if (found.kind === 'method-not-allowed') {
    const allow = { Allow: found.allow.join(', ') };
    return call.method === 'OPTIONS'
      ? { status: 204, headers: allow }
      : refuse('METHOD_NOT_ALLOWED', undefined, allow);
  }
  const endpoint = found.route.handler;
  if (parts.unlimited.has(found.route.template))
    return endpoint.handle({ call, params: found.params, body: {} }, ANONYMOUS);
  const principal = endpoint.permission ? authenticate(call, parts.now()) : ANONYMOUS;
  const { refusal: overLimit, headers } = parts.rateLimit(call, isRefusal(principal) ? undefined : principal);
  const outcome = overLimit ?? (await admitted(call, found.params, endpoint, principal, parts));
  return { ...outcome, headers: { ...headers, ...outcome.headers } };
}

async function admitted(
  call: Call,
  params: Readonly<Record<string, string>>,
  endpoint: Endpoint,
  principal: Principal | Refusal,
  parts: PipelineParts,
): Promise<Outcome> {
  if (isRefusal(principal)) return principal;
  const forbidden = endpoint.permission ? authorize(principal, endpoint.permission) : undefined;
  if (forbidden) return forbidden;
  const body = endpoint.takesBody ? await readJsonBody(call) : { text: '', value: {} };
  if (isRefusal(body)) return body;
  const handle = async (): Promise<Outcome> => endpoint.handle({ call, params, body: body.value }, principal);
  const key = endpoint.creates ? call.headers['idempotency-key'] : undefined;
  if (key === undefined) return handle();
  return once(parts.idempotency, `${principal.subject} ${call.path}`, key, body.text, handle);
}

/** Runs `handle` once for each idempotency key. A refusal created nothing, so that its key stays free. */
async function once(
  store: IdempotencyStore,
  scope: string,
  key: string,
  payload: string,
  handle: () => Promise<Outcome>,
): Promise<Outcome> {
  const replay = store.begin(scope, key, payload);
  switch (replay.kind) {
    case 'mismatch':
      return refuse('IDEMPOTENCY_KEY_REUSED');
    case 'in-progress':
      return refuse('REQUEST_IN_PROGRESS', undefined, { 'Retry-After': '1' });
    case 'replayed':
      return withHeaders(replay.answer, { 'Idempotency-Replayed': 'true' });
    case 'first':
  }
  try {
    const outcome = await handle();
    if (isRefusal(outcome)) replay.abandon();
    else replay.finish(outcome);
    return outcome;
  } catch (error) {
    replay.abandon();
    throw error;
  }
}

/** Node's parser knows some thirty methods; those that the API has no route for are one series. */
const methodLabel = (method: string): string =>
  /^(GET|HEAD|POST|PUT|DELETE|OPTIONS)$/.test(method) ? method : 'OTHER';

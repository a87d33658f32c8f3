import { withHeaders, type Answer } from '../server/answer';
import type { Call } from '../server/call';
import { readJson, type BodyProblem } from '../server/json-body';
import { createRouter, type Match } from '../server/router';
import type { ApiRoute, Endpoint, Outcome } from './endpoint';
import { isRefusal, type Refusal } from './refusal';

/** What one API decides in its own way; the order in which it is asked is the same for all. */
export interface Conventions<Principal extends object, Name extends string> {
  readonly routes: readonly ApiRoute<Principal, Name>[];
  /** Who calls an open endpoint. */
  readonly anonymous: Principal;
  /** The error that the client asks for by name. */
  requested(call: Call): Refusal<Name> | undefined;
  notFound(call: Call): Outcome<Name>;
  methodNotAllowed(call: Call, allow: string): Outcome<Name>;
  authenticate(call: Call): Principal | Refusal<Name>;
  /** `principal` is absent where the credentials were refused. */
  limit(call: Call, endpoint: Endpoint<Principal, Name>, principal?: Principal): LimitReading<Name>;
  authorize(principal: Principal, permission: string): Refusal<Name> | undefined;
  unreadable(problem: BodyProblem, call: Call): Refusal<Name>;
  /** What a client hears of an exception. */
  readonly failure: Refusal<Name>;
  toAnswer(refusal: Refusal<Name>, requestId: string): Answer;
  /** Header fields of every answer; `milliseconds` is how long it took. */
  headers(call: Call, requestId: string, milliseconds: number): Record<string, string>;
}

export interface LimitReading<Name extends string> {
  readonly refusal?: Refusal<Name>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PipelineContext {
  /** An id for a request that brings none. */
  readonly newRequestId: () => string;
  readonly log: (line: string) => void;
  /** Hears of every answer: the template of its route, where it has one, and how long it took. */
  readonly observe?: (call: Call, template: string | undefined, status: number, milliseconds: number) => void;
}

/**
 * What every request goes through, in this order: error on demand, route, credentials, rate limit, permission, body,
 * endpoint. A wrong path is a 404 before anybody asks for a token.
 */
export function createPipeline<Principal extends object, Name extends string>(
  conventions: Conventions<Principal, Name>,
  { newRequestId, log, observe }: PipelineContext,
): (call: Call) => Promise<Answer> {
  const match = createRouter(conventions.routes);
  return async (call) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(call) ?? newRequestId();
    const found = match(call.method, call.path);
    const outcome = await respond(call, found, conventions).catch((error: unknown) => {
      if (!call.signal.aborted) log(`${requestId} ${error instanceof Error ? error.stack : String(error)}`);
      return conventions.failure;
    });
    const answer = isRefusal(outcome) ? conventions.toAnswer(outcome, requestId) : outcome;
    const milliseconds = performance.now() - startedAt;
    observe?.(call, found.kind === 'found' ? found.route.template : undefined, answer.status, milliseconds);
    return withHeaders(answer, conventions.headers(call, requestId, milliseconds));
  };
}

/** A client may name its request itself; what it sends is echoed, so its form is restricted. */
function requestIdOf(call: Call): string | undefined {
  const given = call.headers['x-request-id'];
  return given && /^[\w.-]{1,128}$/.test(given) ? given : undefined;
}

async function respond<Principal extends object, Name extends string>(
  call: Call,
  found: Match<Endpoint<Principal, Name>>,
  conventions: Conventions<Principal, Name>,
): Promise<Outcome<Name>> {
  const requested = conventions.requested(call);
  if (requested) return requested;
  if (found.kind === 'not-found') return conventions.notFound(call);
  if (found.kind === 'method-not-allowed') {
    const allow = found.allow.join(', ');
    return call.method === 'OPTIONS'
      ? { status: 204, headers: { Allow: allow } }
      : conventions.methodNotAllowed(call, allow);
  }
  const endpoint = found.route.handler;
  const principal = endpoint.open ? conventions.anonymous : conventions.authenticate(call);
  const known = isRefusal(principal) ? undefined : principal;
  const { refusal, headers } = conventions.limit(call, endpoint, known);
  const outcome = refusal ?? (await admitted(call, found.params, endpoint, principal, conventions));
  return { ...outcome, headers: { ...headers, ...outcome.headers } };
}

async function admitted<Principal extends object, Name extends string>(
  call: Call,
  params: Readonly<Record<string, string>>,
  endpoint: Endpoint<Principal, Name>,
  principal: Principal | Refusal<Name>,
  conventions: Conventions<Principal, Name>,
): Promise<Outcome<Name>> {
  if (isRefusal(principal)) return principal as Refusal<Name>;
  const forbidden = endpoint.permission && conventions.authorize(principal, endpoint.permission);
  if (forbidden) return forbidden;
  if (!endpoint.takesBody) return endpoint.handle({ call, params, body: {}, principal });
  const body = await readJson(call);
  if (body.kind !== 'read') return conventions.unreadable(body.kind, call);
  return endpoint.handle({ call, params, body: body.value, principal });
}

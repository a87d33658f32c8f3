import type { Answer } from '../../server/answer';
import type { Call } from '../../server/call';
import type { Route } from '../../server/router';
import type { Principal } from './auth/principal';
import type { Refusal } from './errors';

/** A request that passed authentication and whose body was read. */
export interface Request {
  readonly call: Call;
  readonly params: Readonly<Record<string, string>>;
  /** The JSON object in the body; empty where the endpoint takes none. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Outcome = Answer | Refusal;

export interface Endpoint {
  /** What the caller must be allowed to; without it the endpoint is open to all. */
  readonly permission?: string;
  /** The endpoint wants a JSON object as its body. */
  readonly takesBody?: boolean;
  /** The endpoint creates something, so that it honours `Idempotency-Key`. */
  readonly creates?: boolean;
  readonly handle: (request: Request, principal: Principal) => Outcome | Promise<Outcome>;
}

export type StatesetRoute = Route<Endpoint>;

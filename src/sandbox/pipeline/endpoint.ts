import type { Answer } from '../server/answer';
import type { Call } from '../server/call';
import type { Route } from '../server/router';
import type { Refusal } from './refusal';

/** A request that was authenticated and whose body was read. */
export interface Request<Principal> {
  readonly call: Call;
  readonly params: Readonly<Record<string, string>>;
  /** The JSON object in the body; empty where the endpoint takes none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
}

export type Outcome<Name extends string> = Answer | Refusal<Name>;

export interface Endpoint<Principal, Name extends string> {
  /** Takes requests without credentials. */
  readonly open?: boolean;
  /** What the caller must be allowed to, in the API's own terms. */
  readonly permission?: string;
  /** The rate limit that it counts for, where the API has several; `none` counts for none. */
  readonly limit?: string;
  /** Wants a JSON object as its body. */
  readonly takesBody?: boolean;
  readonly handle: (request: Request<Principal>) => Outcome<Name> | Promise<Outcome<Name>>;
}

export type ApiRoute<Principal, Name extends string> = Route<Endpoint<Principal, Name>>;

import type { ApiRoute, Outcome as AnyOutcome, Request as AnyRequest } from '../../pipeline/endpoint';
import type { Principal } from './api-keys';
import type { ErrorName } from './errors';

export type CeligoRoute = ApiRoute<Principal, ErrorName>;
export type Outcome = AnyOutcome<ErrorName>;
export type Request = AnyRequest<Principal>;

import type { ApiRoute, Outcome as AnyOutcome, Request as AnyRequest } from '../../pipeline/endpoint';
import type { Principal } from './auth/principal';
import type { ErrorCode } from './errors';

export type StatesetRoute = ApiRoute<Principal, ErrorCode>;
export type Outcome = AnyOutcome<ErrorCode>;
export type Request = AnyRequest<Principal>;

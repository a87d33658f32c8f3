import type { ApiRoute, Outcome as AnyOutcome, Request as AnyRequest } from '../../pipeline/endpoint';
import type { Principal } from './api-keys';
import type { ErrorCode } from './errors';

export type InterflowRoute = ApiRoute<Principal, ErrorCode>;
export type Outcome = AnyOutcome<ErrorCode>;
export type Request = AnyRequest<Principal>;

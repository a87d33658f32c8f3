import type { ApiRoute, Outcome as AnyOutcome, Request as AnyRequest } from '../../pipeline/endpoint';
import type { ErrorCode } from './errors';
import type { User } from './users';

export type UpstreamRoute = ApiRoute<User, ErrorCode>;
export type Outcome = AnyOutcome<ErrorCode>;
export type Request = AnyRequest<User>;

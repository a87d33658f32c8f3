import type { ApiRoute, Outcome as AnyOutcome, Request as AnyRequest } from '../../pipeline/endpoint';
import type { Account } from './accounts';
import type { ErrorName } from './errors';

export type DumontRoute = ApiRoute<Account, ErrorName>;
export type Outcome = AnyOutcome<ErrorName>;
export type Request = AnyRequest<Account>;

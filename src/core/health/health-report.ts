import type { Api } from '../catalog/catalog';
import type { Exchange } from '../exchange/exchange';
import { readExchange } from '../exchange/read-exchange';
import { redactorFor } from '../redact/redactor';
import type { HealthCheck } from './health-checks';

/** How an API is, check by check; every text is redacted. */
export interface HealthReport {
  readonly api: { readonly id: string; readonly name: string };
  readonly origin: string;
  readonly results: readonly HealthResult[];
}

export interface HealthResult {
  readonly check: Pick<HealthCheck, 'title' | 'method' | 'expect'>;
  /** Path and query of the request. */
  readonly path: string;
  /** `good`: 2xx. `refused`: it works, but not for this credential. `bad`: everything else. */
  readonly verdict: 'good' | 'refused' | 'bad';
  /** `200 OK`, `ECONNREFUSED`. */
  readonly outcome: string;
  /** Code and message of an error, as far as the answer gives them. */
  readonly detail: string;
  /** Milliseconds. */
  readonly duration: number;
}

/** Longest message of an answer that a line of a table holds. */
const mostDetail = 200;

/** What an exchange says about the check that it is of. */
export function healthResult(check: HealthCheck, exchange: Exchange, api: Api | undefined): HealthResult {
  const { pathname, search } = new URL(check.url);
  const { title, method, expect } = check;
  const about = { check: { title, method, expect }, path: pathname + search };
  const redact = redactorFor(exchange, api);
  const { words } = readExchange(exchange, api, exchange.startedAt);
  const { outcome, timings } = exchange;
  const duration = timings.total;
  if (outcome.kind === 'failure')
    return {
      ...about,
      verdict: 'bad',
      outcome: outcome.code,
      detail: redact(outcome.message).slice(0, mostDetail),
      duration,
    };
  const { status, reason } = outcome;
  const verdict =
    status >= 200 && status < 300 ? 'good' : status === 401 || status === 403 ? 'refused' : 'bad';
  const said = verdict === 'good' ? [] : [words.code, words.message];
  return {
    ...about,
    verdict,
    outcome: redact(`${status} ${reason}`.trim()),
    detail: redact(said.filter((each) => each !== undefined).join(': ')).slice(0, mostDetail),
    duration,
  };
}

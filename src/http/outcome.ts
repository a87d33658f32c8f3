import type { HttpFile, HttpRegion, Request } from 'httpyac';
import type {
  Exchange,
  Failure,
  OwnFailure,
  Response,
  SentRequest,
  Timings,
} from '../core/exchange/exchange';
import { phrase, type Phrase } from '../core/text/phrase';
import { toBytes, toFields } from './engine/outgoing';
import { Refusal } from './engine/refusal';
import type { RunState, Sent } from './engine/run-state';
import { cancelled, disabled, unanswered } from './run-error';
import { toSentBody } from './transport/content';
import { ownFailure } from './transport/failure';
import { field } from './transport/hop';

type Unwritten = Omit<Exchange, 'written'>;

/** What came of a run: the exchange of the request that was asked for, or why there is none. */
export function findOutcome(
  state: RunState,
  httpFile: HttpFile,
  region: HttpRegion,
  line: number,
  startedAt: number,
): Unwritten {
  const main = state.sent.findLast((sent) => sent.main);
  if (main) {
    const { content: _, ...exchange } = main.transmission;
    // A request that had to ask or log in first may have taken most of its time before it went out.
    const before = exchange.startedAt - startedAt;
    return { ...exchange, timings: withPreparation(exchange.timings, before) };
  }
  if (state.signal.aborted) throw cancelled(state.signal.reason);
  if (state.declined !== undefined) throw unanswered(state.declined);
  const failure = whyNotSent(state, httpFile, region);
  if (!failure) throw disabled(line);
  const total = Date.now() - startedAt;
  return {
    request: unsentRequest(state, region),
    redirects: [],
    outcome: { kind: 'failure', ...failure },
    startedAt,
    timings: { prepare: total, total },
  };
}

/** What the network did not take: the time before sending, and what the sender itself needed. */
function withPreparation({ total, ...phases }: Timings, before: number): Timings {
  const onTheWire = Object.values(phases).reduce((sum, each) => sum + each, 0);
  return { prepare: Math.max(0, before) + Math.max(0, total - onTheWire), ...phases, total };
}

function whyNotSent(state: RunState, httpFile: HttpFile, region: HttpRegion): Failure | undefined {
  const { stop } = state;
  const referred = state.sent.map(failedReference).find((failure) => failure !== undefined);
  // A login that failed is why its token has no value.
  if (referred && (!stop || stop.refusal.code === 'UNRESOLVED_VARIABLE')) return referred;
  if (stop) {
    const { refusal } = stop;
    const foreign = stop.region !== region && refusal.code === 'SCRIPT_FAILED' && !!stop.region.request;
    return foreign
      ? notSent(
          'REFERENCED_REQUEST_FAILED',
          phrase('The request “{0}” failed: {1}', title(stop.region), refusal.said),
          refusal,
        )
      : notSent(refusal.code, refusal.said, refusal.cause);
  }
  const token = withoutToken(state);
  if (token) return token;
  const scriptError = httpFile.httpRegions
    .flatMap(({ testResults }) => testResults ?? [])
    .find(({ error }) => error !== undefined)?.error?.error;
  if (scriptError instanceof Refusal) return notSent(scriptError.code, scriptError.said, scriptError.cause);
  if (scriptError)
    return notSent('SCRIPT_FAILED', phrase('A script failed: {0}', scriptError.message), scriptError);
  if (region.metaData.disabled === true) return undefined;
  return notSent(
    'SCRIPT_FAILED',
    phrase('A script of the request, or a condition in it, kept it from being sent.'),
  );
}

/** httpyac only says that it got no OAuth token. */
function withoutToken({ tokens, context }: RunState): Failure | undefined {
  const authorization = field(toFields(context?.request?.headers), 'authorization');
  if (!/^\s*(oauth2|openid)\b/i.test(authorization ?? '')) return undefined;
  const last = tokens.at(-1);
  return notSent(
    'REFERENCED_REQUEST_FAILED',
    last?.outcome.kind === 'response'
      ? phrase(
          'The request for a token to `{0}` was answered with {1}.',
          last.request.url,
          statusLine(last.outcome),
        )
      : phrase('The request got no token: complete its OAuth settings.'),
  );
}

const notSent = (code: OwnFailure, said: Phrase, behind?: unknown): Failure =>
  ownFailure(code, said, 'prepare', behind);

/** A request that was sent on behalf of the one asked for, and did not succeed. */
function failedReference({ region, transmission }: Sent): Failure | undefined {
  const { outcome } = transmission;
  if (outcome.kind === 'failure') {
    const failure = notSent(
      'REFERENCED_REQUEST_FAILED',
      phrase(
        'The request “{0}”, which it refers to, got no answer: {1}',
        title(region),
        outcome.said ?? outcome.message,
      ),
    );
    return { ...failure, chain: [...failure.chain, ...outcome.chain] };
  }
  if (outcome.status < 400 && transmission.notFollowed === undefined) return undefined;
  return notSent(
    'REFERENCED_REQUEST_FAILED',
    phrase(
      'The request “{0}”, which it refers to, was answered with {1}.',
      title(region),
      statusLine(outcome),
    ),
  );
}

const title = ({ metaData, symbol }: HttpRegion): string =>
  typeof metaData.name === 'string' ? metaData.name : symbol.name;

const statusLine = ({ status, reason }: Response): string => `${status} ${reason}`.trim();

/** The request as far as it was built: what has no value stands there as written. */
function unsentRequest(state: RunState, region: HttpRegion): SentRequest {
  const request: Request | undefined = state.context?.request ?? region.request;
  const headers = toFields(request?.headers);
  const body = toBytes(request?.body);
  return {
    method: request?.method ?? 'GET',
    url: request?.url ?? '',
    ...(typeof region.metaData.name === 'string' ? { name: region.metaData.name } : {}),
    headers,
    ...(body?.length
      ? { body: toSentBody(body, field(headers, 'content-type'), state.limits.maxBodyBytes) }
      : {}),
  };
}

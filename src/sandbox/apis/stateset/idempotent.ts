import { isRefusal } from '../../pipeline/refusal';
import { withHeaders } from '../../server/answer';
import type { IdempotencyStore } from '../../storage/idempotency';
import { refuse } from './errors';
import type { Outcome, Request, StatesetRoute } from './stateset-route';

type StatesetEndpoint = StatesetRoute['handler'];

/**
 * `endpoint`, run once for each `Idempotency-Key`. Keys of one caller and path are kept apart from those of others; a
 * refusal created nothing, so that its key stays free.
 */
export function idempotent(endpoint: StatesetEndpoint, store: IdempotencyStore): StatesetEndpoint {
  return {
    ...endpoint,
    handle: async (request) => {
      const { call, principal } = request;
      const key = call.headers['idempotency-key'];
      if (key === undefined) return endpoint.handle(request);
      const body = await call.body();
      const payload = body.kind === 'read' ? body.text : '';
      const replay = store.begin(`${principal.subject} ${call.path}`, key, payload);
      switch (replay.kind) {
        case 'mismatch':
          return refuse('IDEMPOTENCY_KEY_REUSED');
        case 'in-progress':
          return refuse('REQUEST_IN_PROGRESS', { headers: { 'Retry-After': '1' } });
        case 'replayed':
          return withHeaders(replay.answer, { 'Idempotency-Replayed': 'true' });
        case 'first':
          return first(endpoint, request, replay);
      }
    },
  };
}

async function first(
  endpoint: StatesetEndpoint,
  request: Request,
  replay: Extract<ReturnType<IdempotencyStore['begin']>, { kind: 'first' }>,
): Promise<Outcome> {
  try {
    const outcome = await endpoint.handle(request);
    if (isRefusal(outcome)) replay.abandon();
    else replay.finish(outcome);
    return outcome;
  } catch (error) {
    replay.abandon();
    throw error;
  }
}

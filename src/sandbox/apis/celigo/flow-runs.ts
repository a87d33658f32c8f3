import { json } from '../../server/answer';
import type { Entity } from '../../storage/collection';
import type { CeligoRoute, Outcome } from './celigo-route';
import { refuse } from './errors';
import { withRecord, type RecordKind } from './records';
import type { Store } from './seed';

/** How long a run takes, milliseconds: as long a second one is refused. */
const RUN_MS = 10_000;

/** Runs of flows, and what went wrong in their imports. */
export function flowRunRoutes(
  store: Store,
  flows: RecordKind,
  now: () => number,
  newId: () => string,
): CeligoRoute[] {
  const errors = '/v1/flows/{id}/imports/{import_id}/errors';
  const errorsOf = (flow: Entity, importId: string | undefined): readonly Entity[] =>
    store.errors.all().filter(({ _flowId, _importId }) => _flowId === flow.id && _importId === importId);
  return [
    {
      method: 'POST',
      template: '/v1/flows/{id}/run',
      handler: {
        permission: 'manage',
        handle: withRecord(flows, (flow) => run(store, flow, now(), newId())),
      },
    },
    {
      method: 'GET',
      template: errors,
      handler: {
        handle: withRecord(flows, (flow, { params }) => {
          if (!store.imports.get(params['import_id'] ?? '')) return refuse('not_found');
          return json(200, { errors: errorsOf(flow, params['import_id']).map(({ error }) => error) });
        }),
      },
    },
    {
      method: 'GET',
      template: `${errors}/{retry_data_key}`,
      handler: {
        handle: withRecord(flows, (flow, { params }) => {
          const found = errorsOf(flow, params['import_id']).find(
            ({ error }) => (error as { retryDataKey: string }).retryDataKey === params['retry_data_key'],
          );
          return found ? json(200, { stage: 'import', data: found['record'] }) : refuse('not_found');
        }),
      },
    },
  ];
}

function run(store: Store, flow: Entity, now: number, jobId: string): Outcome {
  if (flow['disabled'] === true) {
    return refuse('validation_error', { details: [{ field: 'disabled', message: 'The flow is disabled' }] });
  }
  const offline = connectionsOf(store, flow).find((connection) => connection['offline'] === true);
  if (offline) {
    const message = `Connection "${String(offline['name'])}" is offline`;
    return refuse('validation_error', { details: [{ field: '_connectionId', message }] });
  }
  const isRunning = store.jobs
    .all()
    .some((job) => job['_flowId'] === flow.id && Date.parse(String(job['endedAt'])) > now);
  if (isRunning) return refuse('conflict', { message: 'The flow is running already' });
  store.jobs.save({
    id: jobId,
    type: 'flow',
    _flowId: flow.id,
    _integrationId: flow['_integrationId'],
    status: 'queued',
    startedAt: new Date(now).toISOString(),
    endedAt: new Date(now + RUN_MS).toISOString(),
  });
  return json(202, { _jobId: jobId });
}

function connectionsOf(store: Store, flow: Entity): Entity[] {
  const ids = flow['_connectionIds'];
  return Array.isArray(ids) ? ids.flatMap((id) => store.connections.get(String(id)) ?? []) : [];
}

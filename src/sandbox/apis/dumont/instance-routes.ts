import { json } from '../../server/answer';
import type { Entity } from '../../storage/collection';
import type { Account } from './accounts';
import type { DumontRoute, Outcome, Request } from './dumont-route';
import { because, refuse } from './errors';
import type { Store } from './seed';

/** Instances of the caller: those of others do not exist for him. */
export function instanceRoutes(store: Store, newId: () => string): DumontRoute[] {
  const one = '/api/v1/instances/{id}';
  const own =
    (handle: (instance: Entity, request: Request) => Outcome) =>
    (request: Request): Outcome => {
      const instance = store.instances.get(request.params['id'] ?? '');
      if (instance?.['owner'] !== request.principal.username) return refuse('instance-not-found');
      return handle(instance, request);
    };
  return [
    {
      method: 'GET',
      template: '/api/v1/instances',
      handler: {
        handle: ({ principal }) => {
          const mine = store.instances.all().filter(({ owner }) => owner === principal.username);
          return json(200, { instances: mine.map(shown), total: mine.length });
        },
      },
    },
    {
      method: 'GET',
      template: '/api/v1/instances/offers',
      handler: { handle: (request) => offers(store, request) },
    },
    { method: 'GET', template: one, handler: { handle: own((instance) => json(200, shown(instance))) } },
    {
      method: 'DELETE',
      template: one,
      handler: {
        handle: own((instance) => {
          store.instances.delete(instance.id);
          return { status: 204 };
        }),
      },
    },
    {
      method: 'POST',
      template: `${one}/start`,
      handler: { handle: own((instance, { principal }) => start(store, instance, principal)) },
    },
    {
      method: 'POST',
      template: `${one}/snapshots`,
      handler: { handle: own((instance, { principal }) => snapshot(instance, principal, newId())) },
    },
    {
      method: 'GET',
      template: '/api/v1/agent/instances/{id}',
      handler: {
        handle: own((instance) =>
          instance['host_online'] === true
            ? json(200, { instance_id: Number(instance.id), agent: 'online', version: '1.4.2' })
            : refuse('upstream-unavailable', { message: 'Agent of the instance is unreachable' }),
        ),
      },
    },
  ];
}

/** The figures that only the sandbox's rules need stay inside. */
function shown({ id, gpu, region, price_per_hour, status, created_at }: Entity): object {
  return { id: Number(id), gpu, region, price_per_hour, status, created_at };
}

function offers(store: Store, { call }: Request): Outcome {
  const limit = call.query.get('max_price');
  if (limit !== null && !(Number(limit) > 0)) {
    return refuse('bad-request', { message: 'max_price must be greater than 0' });
  }
  const matching = store.offers
    .all()
    .filter(
      ({ gpu, region, price_per_hour }) =>
        [null, gpu].includes(call.query.get('gpu')) &&
        [null, region].includes(call.query.get('region')) &&
        (limit === null || Number(price_per_hour) <= Number(limit)),
    );
  return json(200, { offers: matching });
}

function start(store: Store, instance: Entity, { balance }: Account): Outcome {
  if (instance['status'] === 'starting') return refuse('conflict');
  if (instance['status'] === 'running') return refuse('conflict', { message: 'Instance is already running' });
  if (balance < Number(instance['price_per_hour'])) {
    return because('cannot-start-instance', 'insufficient balance');
  }
  if (instance['host_online'] !== true) return because('cannot-start-instance', 'host is offline');
  if (instance['gpu_available'] !== true) return because('cannot-start-instance', 'GPU is not available');
  return json(202, shown(store.instances.save({ ...instance, status: 'starting' })));
}

function snapshot(instance: Entity, { cloudStorage }: Account, id: string): Outcome {
  if (cloudStorage === 'not-configured') {
    return because('snapshot-failed', 'cloud storage is not configured');
  }
  if (cloudStorage === 'invalid-credentials') {
    return because('snapshot-failed', 'invalid cloud storage credentials');
  }
  if (Number(instance['workspace_gb']) > Number(instance['disk_free_gb'])) {
    return because('snapshot-failed', 'not enough disk space');
  }
  return json(202, { snapshot_id: id, instance_id: Number(instance.id), status: 'uploading' });
}

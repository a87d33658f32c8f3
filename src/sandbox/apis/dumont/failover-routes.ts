import { json } from '../../server/answer';
import type { Entity } from '../../storage/collection';
import type { Rules } from '../../validation/rules';
import type { DumontRoute, Outcome, Request } from './dumont-route';
import { because, refuse } from './errors';
import type { Store } from './seed';
import { validate } from './validate';

const PROVISION: Rules = {
  machine_id: { type: 'integer', required: true },
  host_machine_id: { type: 'integer', required: true },
};
/** The active GPU and its standby. */
const GPUS_NEEDED = 2;

/** Warm pool and CPU standby of a machine: what takes over when it fails. */
export function failoverRoutes(store: Store): DumontRoute[] {
  const settings = '/api/v1/failover/settings/machines/{id}';
  /** The failover settings of a machine of the caller, made on their first use. */
  const machineOf = ({ params, body, principal }: Request): Entity | undefined => {
    const id = params['id'] ?? String(body['machine_id']);
    if (store.instances.get(id)?.['owner'] !== principal.username) return undefined;
    return (
      store.machines.get(id) ??
      store.machines.save({
        id,
        host_machine_id: 88888,
        gpus_on_host: 4,
        standby: 'not_provisioned',
        cpu_standby: false,
      })
    );
  };
  const withMachine =
    (handle: (machine: Entity) => Outcome) =>
    (request: Request): Outcome => {
      const machine = machineOf(request);
      return machine ? handle(machine) : refuse('instance-not-found');
    };
  return [
    {
      method: 'GET',
      template: '/api/v1/warmpool/status/{id}',
      handler: {
        handle: withMachine(({ id, standby }) =>
          standby === 'ready'
            ? json(200, { machine_id: Number(id), ready: true, strategy: 'warm_pool' })
            : because('warm-pool-not-ready', 'standby was not provisioned'),
        ),
      },
    },
    {
      method: 'POST',
      template: '/api/v1/warmpool/provision',
      handler: {
        takesBody: true,
        handle: (request) => {
          const invalid = validate(request.body, PROVISION);
          if (invalid) return invalid;
          if (request.principal.plan === 'free') {
            return refuse('forbidden', { message: 'Warm pool is not part of the Free plan' });
          }
          const machine = machineOf(request);
          if (!machine) return refuse('instance-not-found');
          if (Number(machine['gpus_on_host']) < GPUS_NEEDED) {
            return because('warm-pool-not-ready', 'host does not have enough GPUs');
          }
          store.machines.save({
            ...machine,
            standby: 'ready',
            host_machine_id: request.body['host_machine_id'],
          });
          return json(202, { machine_id: Number(machine.id), status: 'provisioning' });
        },
      },
    },
    {
      method: 'GET',
      template: settings,
      handler: {
        handle: withMachine(({ id, cpu_standby, standby }) =>
          cpu_standby === true
            ? json(200, { machine_id: Number(id), cpu_standby: true, warm_pool: standby === 'ready' })
            : refuse('cpu-standby-not-configured'),
        ),
      },
    },
    {
      method: 'POST',
      template: `${settings}/enable-cpu-standby`,
      handler: {
        handle: withMachine((machine) => {
          store.machines.save({ ...machine, cpu_standby: true });
          return json(200, { machine_id: Number(machine.id), cpu_standby: true });
        }),
      },
    },
  ];
}

import { Collection, type Entity } from '../../storage/collection';
import { ACCOUNTS } from './accounts';

export interface Store {
  readonly instances: Collection;
  readonly offers: Collection;
  /** Warm pool and CPU standby of the machines, by the machine's id. */
  readonly machines: Collection;
}

/** Sample data with an instance in each situation that the API has an error for. `now` is milliseconds since the epoch. */
export function seededStore(now: number): Store {
  const created = new Date(now - 3 * 24 * 60 * 60 * 1000).toISOString();
  const instance = (id: number, more: Record<string, unknown>): Entity => ({
    id: String(id),
    owner: ACCOUNTS.pro.username,
    gpu: 'RTX 4090',
    region: 'sa-east',
    price_per_hour: 0.45,
    status: 'running',
    host_online: true,
    gpu_available: true,
    workspace_gb: 40,
    disk_free_gb: 160,
    created_at: created,
    ...more,
  });
  return {
    instances: new Collection([
      instance(123, {}),
      instance(124, { status: 'stopped', gpu: 'H100', region: 'us-west', gpu_available: false }),
      instance(125, { status: 'stopped', host_online: false }),
      instance(126, { status: 'stopped' }),
      instance(127, { workspace_gb: 120, disk_free_gb: 30 }),
      instance(128, { status: 'starting' }),
      instance(201, { owner: ACCOUNTS.free.username, status: 'stopped' }),
      instance(202, { owner: ACCOUNTS.free.username }),
      instance(301, { owner: ACCOUNTS.enterprise.username, gpu: 'H100' }),
    ]),
    offers: new Collection([
      { id: 'off-1', gpu: 'RTX 4090', region: 'sa-east', price_per_hour: 0.45, available: 12 },
      { id: 'off-2', gpu: 'A100', region: 'us-east', price_per_hour: 1.6, available: 3 },
    ]),
    machines: new Collection([
      { id: '123', host_machine_id: 88888, gpus_on_host: 4, standby: 'not_provisioned', cpu_standby: false },
      { id: '126', host_machine_id: 88889, gpus_on_host: 1, standby: 'not_provisioned', cpu_standby: true },
      { id: '301', host_machine_id: 88890, gpus_on_host: 8, standby: 'ready', cpu_standby: true },
    ]),
  };
}

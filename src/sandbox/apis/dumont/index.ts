import { createPipeline } from '../../pipeline/pipeline';
import { json } from '../../server/answer';
import { hexIds } from '../../storage/hex-id';
import type { ApiContext, RunningApi, SandboxApi } from '../api';
import { accountRoutes } from './account-routes';
import { dumontConventions } from './conventions';
import type { DumontRoute } from './dumont-route';
import { failoverRoutes } from './failover-routes';
import { instanceRoutes } from './instance-routes';
import { seededStore } from './seed';
import { tokensForTests } from './tokens';

/** The Dumont Cloud API as its troubleshooting guide describes it. */
export const dumont: SandboxApi = { id: 'dumont', start };

const HEALTH: DumontRoute = {
  method: 'GET',
  template: '/health',
  handler: { open: true, limit: 'none', handle: () => json(200, { status: 'healthy', version: '1.2.0' }) },
};

function start({ now, random, log }: ApiContext): RunningApi {
  const hex = hexIds(random);
  const store = seededStore(now());
  const routes = [
    HEALTH,
    ...accountRoutes(now),
    ...instanceRoutes(store, () => `snap-${hex(8)}`),
    ...failoverRoutes(store),
  ];
  return {
    answer: createPipeline(dumontConventions(routes, now), { newRequestId: () => `req_${hex(16)}`, log }),
    tokens: () => tokensForTests(now()),
    state: () => ({ instances: store.instances.all(), machines: store.machines.all() }),
  };
}

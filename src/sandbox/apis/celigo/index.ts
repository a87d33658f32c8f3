import { createPipeline } from '../../pipeline/pipeline';
import { hexIds } from '../../storage/hex-id';
import type { ApiContext, RunningApi, SandboxApi } from '../api';
import { KEYS_FOR_TESTS } from './api-keys';
import { connectionRoutes } from './connection-routes';
import { celigoConventions } from './conventions';
import { flowRunRoutes } from './flow-runs';
import { recordKinds } from './record-kinds';
import { recordRoutes } from './records';
import { seededStore } from './seed';
import { stateRoutes } from './state-routes';

/** Celigo's integrator.io, an account's sandbox environment, as its troubleshooting guide describes it. */
export const celigo: SandboxApi = { id: 'celigo', start };

function start({ now, random, log }: ApiContext): RunningApi {
  const hex = hexIds(random);
  const newId = (): string => hex(24);
  const store = seededStore(now());
  const kinds = recordKinds(store);
  const routes = [
    ...Object.values(kinds).flatMap((kind) => recordRoutes(kind, newId)),
    ...flowRunRoutes(store, kinds.flows, now, newId),
    ...connectionRoutes(kinds.connections, now),
    ...stateRoutes(store.state),
  ];
  return {
    answer: createPipeline(celigoConventions(routes, now), { newRequestId: () => hex(32), log }),
    tokens: () => KEYS_FOR_TESTS,
    state: () => ({ state: Object.fromEntries(store.state) }),
  };
}

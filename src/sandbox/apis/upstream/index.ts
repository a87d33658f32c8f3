import { createPipeline } from '../../pipeline/pipeline';
import { hexIds } from '../../storage/hex-id';
import type { ApiContext, RunningApi, SandboxApi } from '../api';
import { authRoutes } from './auth-routes';
import { upstreamConventions } from './conventions';
import { resourceRoutes } from './resource-routes';
import { seededStore } from './seed';
import { tokensForTests } from './tokens';

/** The Upstream API, of Django REST framework and SimpleJWT, as the outline of its troubleshooting guide describes it. */
export const upstream: SandboxApi = { id: 'upstream', start };

/** New ids stay clear of the sample data's. */
const FIRST_NEW_ID = 5001;

function start({ now, random, log, origin }: ApiContext): RunningApi {
  const hex = hexIds(random);
  const store = seededStore();
  let nextId = FIRST_NEW_ID;
  const newJti = (): string => hex(32);
  const routes = [...authRoutes(now, newJti), ...resourceRoutes(store, origin, () => String(nextId++))];
  return {
    answer: createPipeline(upstreamConventions(routes, now), { newRequestId: () => hex(32), log }),
    tokens: () => tokensForTests(now(), newJti),
    state: () => ({ invoices: store.invoices.all() }),
  };
}

import { createPipeline } from '../../pipeline/pipeline';
import { preflight } from '../../server/cors';
import { createDurationMetric } from '../../server/metrics';
import { hexIds } from '../../storage/hex-id';
import { IdempotencyStore } from '../../storage/idempotency';
import type { ApiContext, RunningApi, SandboxApi } from '../api';
import { credentialsForTests } from './auth/credentials-for-tests';
import { authRoutes } from './auth/routes';
import { Sessions } from './auth/sessions';
import { Users } from './auth/users';
import { CORS, statesetConventions } from './conventions';
import { idempotent } from './idempotent';
import { orders } from './resources/orders';
import { payments } from './resources/payments';
import { plainResources } from './resources/plain-resources';
import { resourceRoutes, type ResourceContext } from './resources/resource';
import { returns } from './resources/returns';
import { seededStore } from './seed';
import { systemRoutes } from './system-routes';
import { webhookRoutes } from './webhooks';

/** StateSet's documentation: "Keys expire after 10 minutes". */
const IDEMPOTENCY_LIFETIME_MS = 10 * 60 * 1000;

/** The StateSet API as its troubleshooting documentation describes it. */
export const stateset: SandboxApi = { id: 'stateset', start };

function start({ now, random, log, origin }: ApiContext): RunningApi {
  const hex = hexIds(random);
  const newId = (prefix: string): string => `${prefix}_${hex(16)}`;
  const users = new Users();
  const sessions = new Sessions(users, now, newId);
  const store = seededStore(now());
  const durations = createDurationMetric('http_request_duration_seconds');
  const replays = new IdempotencyStore(IDEMPOTENCY_LIFETIME_MS, now);
  const context: ResourceContext = { now, newId, once: (endpoint) => idempotent(endpoint, replays) };
  const resources = [orders(store, now), returns(store, now), payments(store), ...plainResources(store)];
  const routes = [
    ...systemRoutes({ now, startedAt: now(), origin, metrics: () => durations.text() }),
    ...authRoutes(users, sessions, newId),
    ...resources.flatMap((resource) => resourceRoutes(resource, context)),
    ...webhookRoutes(now),
  ];
  const respond = createPipeline(statesetConventions(routes, now), {
    newRequestId: () => `req-${hex(16)}`,
    log,
    observe: ({ method }, template = 'unmatched', status, milliseconds) =>
      durations.observe(methodLabel(method), template, status, milliseconds / 1000),
  });
  return {
    answer: async (call) => preflight(CORS, call) ?? respond(call),
    tokens: () => credentialsForTests(sessions, users, now(), newId),
    state: () => ({ refreshFamilies: sessions.families.state() }),
  };
}

/** Node's parser knows some thirty methods; those that the API has no route for are one series. */
const methodLabel = (method: string): string =>
  /^(GET|HEAD|POST|PUT|DELETE|OPTIONS)$/.test(method) ? method : 'OTHER';

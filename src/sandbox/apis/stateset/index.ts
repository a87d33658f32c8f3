import { createDurationMetric } from '../../server/metrics';
import { IdempotencyStore } from '../../storage/idempotency';
import type { ApiContext, RunningApi, SandboxApi } from '../api';
import { credentialsForTests } from './auth/credentials-for-tests';
import { authRoutes } from './auth/routes';
import { Sessions } from './auth/sessions';
import { Users } from './auth/users';
import { createPipeline } from './pipeline';
import { createRateLimit } from './rate-limit';
import { orders } from './resources/orders';
import { payments } from './resources/payments';
import { plainResources } from './resources/plain-resources';
import { resourceRoutes } from './resources/resource';
import { returns } from './resources/returns';
import { seededStore } from './seed';
import { systemRoutes } from './system-routes';
import { webhookRoutes } from './webhooks';

/** StateSet's documentation: "Keys expire after 10 minutes". */
const IDEMPOTENCY_LIFETIME_MS = 10 * 60 * 1000;

/** The StateSet API as its troubleshooting documentation describes it. */
export const stateset: SandboxApi = { id: 'stateset', start };

function start({ now, random, log, origin }: ApiContext): RunningApi {
  const newId = idsFrom(random);
  const users = new Users();
  const sessions = new Sessions(users, now, newId);
  const store = seededStore(now());
  const durations = createDurationMetric('http_request_duration_seconds');
  const system = systemRoutes({ now, startedAt: now(), origin, metrics: () => durations.text() });
  const resources = [orders(store, now), returns(store, now), payments(store), ...plainResources(store)];
  const answer = createPipeline({
    routes: [
      ...system,
      ...authRoutes(users, sessions, newId),
      ...resources.flatMap((resource) => resourceRoutes(resource, { now, newId })),
      ...webhookRoutes(now),
    ],
    unlimited: new Set(system.map(({ template }) => template)),
    rateLimit: createRateLimit(now),
    idempotency: new IdempotencyStore(IDEMPOTENCY_LIFETIME_MS, now),
    durations,
    now,
    newId,
    log,
  });
  return {
    answer,
    tokens: () => credentialsForTests(sessions, users, now(), newId),
    state: () => ({ refreshFamilies: sessions.families.state() }),
  };
}

/** `ord_1f0c…`: a prefix and 16 hexadecimal digits. */
function idsFrom(random: () => number): (prefix: string) => string {
  const word = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return (prefix) => `${prefix}_${word()}${word()}`;
}

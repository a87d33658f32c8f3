import { createPipeline } from '../../pipeline/pipeline';
import type { Collection } from '../../storage/collection';
import { hexIds } from '../../storage/hex-id';
import type { ApiContext, RunningApi, SandboxApi } from '../api';
import { KEYS_FOR_TESTS } from './api-keys';
import { interflowConventions } from './conventions';
import { customerRoutes } from './customer-routes';
import { refuse, success, type ErrorCode } from './errors';
import type { InterflowRoute } from './interflow-route';
import { list } from './list';
import { messageRoutes } from './message-routes';
import { isRefused, owned } from './ownership';
import { seededStore } from './seed';

/** The Interflow API as its error reference describes it. */
export const interflow: SandboxApi = { id: 'interflow', start };

function start({ now, random, log }: ApiContext): RunningApi {
  const hex = hexIds(random);
  const newId = (prefix: string): string => `${prefix}_${hex(12)}`;
  const store = seededStore(now());
  const routes = [
    ...messageRoutes(store, now, newId),
    ...customerRoutes(store.customers, now, newId),
    ...readOnly('channels', store.channels, 'CHANNEL_NOT_FOUND'),
    ...readOnly('chats', store.chats, 'CHAT_NOT_FOUND'),
    ...readOnly('templates', store.templates, 'NOT_FOUND'),
    REPORTS,
  ];
  return {
    answer: createPipeline(interflowConventions(routes, now), { newRequestId: () => newId('req'), log }),
    tokens: () => KEYS_FOR_TESTS,
    state: () => ({ messages: store.messages.all() }),
  };
}

/** Not part of the plan of the sandbox's organization, whatever the key may do. */
const REPORTS: InterflowRoute = {
  method: 'GET',
  template: '/v1/reports/messages',
  handler: { permission: 'reports:read', handle: () => refuse('FORBIDDEN') },
};

function readOnly(name: string, collection: Collection, missing: ErrorCode): InterflowRoute[] {
  const permission = `${name}:read`;
  return [
    {
      method: 'GET',
      template: `/v1/${name}`,
      handler: { permission, handle: ({ call, principal }) => list(collection, call, principal) },
    },
    {
      method: 'GET',
      template: `/v1/${name}/{id}`,
      handler: {
        permission,
        handle: ({ params, principal }) => {
          const entity = owned(collection, params['id'], principal, missing);
          return isRefused(entity) ? entity : success(200, entity);
        },
      },
    },
  ];
}

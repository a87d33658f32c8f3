import { json } from '../../server/answer';
import type { CeligoRoute } from './celigo-route';
import { refuse } from './errors';

const MAX_KEYS = 1000;

/** The state API: values that survive between runs, by a key of the caller's choice. */
export function stateRoutes(state: Map<string, unknown>): CeligoRoute[] {
  const one = '/v1/state/{key}';
  return [
    {
      method: 'GET',
      template: '/v1/state',
      handler: { handle: () => json(200, { keys: [...state.keys()] }) },
    },
    {
      method: 'GET',
      template: one,
      handler: {
        handle: ({ params: { key = '' } }) =>
          state.has(key) ? json(200, state.get(key)) : refuse('not_found'),
      },
    },
    {
      method: 'PUT',
      template: one,
      handler: {
        permission: 'manage',
        takesBody: true,
        handle: ({ params: { key = '' }, body }) => {
          if (!state.has(key) && state.size >= MAX_KEYS)
            return refuse('conflict', { message: 'State is full' });
          state.set(key, body);
          return json(200, body);
        },
      },
    },
    {
      method: 'DELETE',
      template: one,
      handler: {
        permission: 'manage',
        handle: ({ params: { key = '' } }) => (state.delete(key) ? { status: 204 } : refuse('not_found')),
      },
    },
  ];
}

import { json } from '../../server/answer';
import type { Call } from '../../server/call';
import type { Entity } from '../../storage/collection';
import type { Outcome } from './celigo-route';
import { refuse } from './errors';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

/** `entity` as the API shows it: its id is called `_id`, whatever a client sent under that name. */
export function shown({ id, _id: _, ...rest }: Entity): Record<string, unknown> {
  return { _id: id, ...rest };
}

/**
 * A page of `entities`: a bare array, with `Link: <…>; rel="next"` (RFC 8288) where more follow. An empty one is a 204
 * without a body. `?limit=` and `?after=` choose the page; other parameters, if they are in `filters`, filter.
 */
export function page(entities: readonly Entity[], call: Call, filters: readonly string[] = []): Outcome {
  const text = call.query.get('limit') ?? String(DEFAULT_LIMIT);
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_LIMIT) {
    return refuse('bad_request', { message: `limit must be an integer from 1 to ${MAX_LIMIT}` });
  }
  const matching = entities.filter((entity) =>
    filters.every((field) => [null, String(entity[field])].includes(call.query.get(field))),
  );
  const after = call.query.get('after');
  const start = after === null ? 0 : matching.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) {
    return refuse('bad_request', { message: 'after must be the id of an element' });
  }
  const items = matching.slice(start, start + limit);
  if (items.length === 0) return { status: 204 };
  const query = new URLSearchParams(call.query);
  query.set('limit', text);
  query.set('after', items.at(-1)?.id ?? '');
  const hasMore = start + limit < matching.length;
  return json(200, items.map(shown), hasMore ? { Link: `<${call.path}?${query}>; rel="next"` } : {});
}

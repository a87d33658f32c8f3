import type { Call } from '../../server/call';
import type { Collection } from '../../storage/collection';
import type { Rules } from '../../validation/rules';
import type { Principal } from './api-keys';
import type { Outcome } from './interflow-route';
import { success } from './errors';
import { validate } from './validate';

const QUERY: Rules = {
  page: { type: 'integer', min: 1 },
  limit: { type: 'integer', min: 1, max: 100 },
  created_after: { type: 'string', format: 'date' },
};

/** A page of what the caller's organization has in `collection`. */
export function list(collection: Collection, call: Call, { organization }: Principal): Outcome {
  const query: Record<string, unknown> = Object.fromEntries(call.query);
  for (const field of ['page', 'limit']) query[field] = numberOr(query[field]);
  const invalid = validate(query, QUERY);
  if (invalid) return invalid;
  const page = Number(query['page'] ?? 1);
  const limit = Number(query['limit'] ?? 20);
  const after = Date.parse(String(query['created_after'] ?? '1970-01-01'));
  const matching = collection
    .all()
    .filter(
      ({ organization_id, created_at }) =>
        organization_id === organization && Date.parse(String(created_at)) >= after,
    );
  const items = matching.slice((page - 1) * limit, page * limit);
  return success(200, items, { pagination: { page, limit, total: matching.length } });
}

/** A number where the text is one; else the text, which is then of the wrong type. */
const numberOr = (text: unknown): unknown =>
  typeof text === 'string' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;

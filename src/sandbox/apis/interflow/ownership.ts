import { isRefusal } from '../../pipeline/refusal';
import type { Collection, Entity } from '../../storage/collection';
import type { Principal } from './api-keys';
import { refuse, type ErrorCode, type Refusal } from './errors';

/** The entity with this id, `missing` where there is none, ORGANIZATION_MISMATCH where it is of another organization. */
export function owned(
  collection: Collection,
  id: unknown,
  { organization }: Principal,
  missing: ErrorCode,
): Entity | Refusal {
  const entity = collection.get(String(id));
  if (!entity) return refuse(missing);
  return entity['organization_id'] === organization ? entity : refuse('ORGANIZATION_MISMATCH');
}

export const isRefused = (value: Entity | Refusal): value is Refusal => isRefusal(value);

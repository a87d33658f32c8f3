import { isRefusal } from '../../../pipeline/refusal';
import { json } from '../../../server/answer';
import type { Collection, Entity } from '../../../storage/collection';
import { violationsOf, type Violations } from '../../../validation/plain-messages';
import { rulesPresent, type Rules } from '../../../validation/rules';
import { refuse, type Refusal } from '../errors';
import type { Outcome, Request, StatesetRoute } from '../stateset-route';

type Fields = Readonly<Record<string, unknown>>;

/** What a resource is made of; the five endpoints follow from it. */
export interface Resource {
  /** As it stands in paths and permissions: `orders`. */
  readonly name: string;
  /** Of its ids: `ord`. */
  readonly idPrefix: string;
  readonly collection: Collection;
  readonly rules: Rules;
  /** Fields of which no two entities may share a value. */
  readonly unique?: readonly string[];
  /** Business rules on creation; gives fields that the server adds. */
  readonly create?: (body: Fields) => Fields | Refusal | Promise<Fields | Refusal>;
  /** Business rules on a change; gives fields that the server adds. */
  readonly update?: (entity: Entity, changes: Fields) => Fields | Refusal;
  readonly remove?: (entity: Entity) => Refusal | undefined;
}

export interface ResourceContext {
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  /** Makes an endpoint that creates something honour `Idempotency-Key`. */
  readonly once: (endpoint: StatesetRoute['handler']) => StatesetRoute['handler'];
}

/** Parameters of a list that are no filters. */
const CONTROLS = new Set(['page', 'limit', 'fault', 'ms', 'bytes', 'retry_after']);
const MAX_LIMIT = 100;

/** GET (list and one), POST, PUT and DELETE of `resource` under `/api/v1/`. */
export function resourceRoutes(resource: Resource, context: ResourceContext): StatesetRoute[] {
  const { name, collection } = resource;
  const list = `/api/v1/${name}`;
  const one = `${list}/{id}`;
  const withEntity =
    (handle: (entity: Entity, request: Request) => Outcome) =>
    (request: Request): Outcome => {
      const entity = collection.get(request.params['id'] ?? '');
      return entity ? handle(entity, request) : refuse('NOT_FOUND');
    };
  return [
    {
      method: 'GET',
      template: list,
      handler: { permission: `${name}:read`, handle: (request) => page(resource, request) },
    },
    {
      method: 'POST',
      template: list,
      handler: context.once({
        permission: `${name}:create`,
        takesBody: true,
        handle: ({ body }) => create(resource, body, context),
      }),
    },
    {
      method: 'GET',
      template: one,
      handler: { permission: `${name}:read`, handle: withEntity((entity) => json(200, entity)) },
    },
    {
      method: 'PUT',
      template: one,
      handler: {
        permission: `${name}:update`,
        takesBody: true,
        handle: withEntity((entity, { body }) => update(resource, entity, body, context)),
      },
    },
    {
      method: 'DELETE',
      template: one,
      handler: {
        permission: `${name}:delete`,
        handle: withEntity((entity) => {
          const refusal = resource.remove?.(entity);
          if (refusal) return refusal;
          collection.delete(entity.id);
          return { status: 204 };
        }),
      },
    },
  ];
}

function page({ collection }: Resource, { call }: Request): Outcome {
  const number = numberOf(call.query.get('page'), 1);
  const limit = numberOf(call.query.get('limit'), 20);
  const details: Violations = {};
  if (!(number >= 1)) details['page'] = ['Page must be an integer of at least 1'];
  if (!(limit >= 1 && limit <= MAX_LIMIT))
    details['limit'] = [`Limit must be an integer from 1 to ${MAX_LIMIT}`];
  if (Object.keys(details).length > 0) return refuse('VALIDATION_ERROR', { details });
  const filter = Object.fromEntries([...call.query].filter(([field]) => !CONTROLS.has(field)));
  const { items, total } = collection.page(number, limit, filter);
  return json(200, {
    data: items,
    pagination: { page: number, limit, total, total_pages: Math.ceil(total / limit) },
  });
}

const numberOf = (text: string | null, fallback: number): number =>
  text === null ? fallback : /^\d+$/.test(text) ? Number(text) : NaN;

async function create(resource: Resource, body: Fields, context: ResourceContext): Promise<Outcome> {
  const details = violationsOf(body, resource.rules);
  if (Object.keys(details).length > 0) return refuse('VALIDATION_ERROR', { details });
  const duplicate = duplicateOf(resource, body);
  if (duplicate) return duplicate;
  const added = (await resource.create?.(body)) ?? {};
  if (isRefusal(added)) return added;
  const id = context.newId(resource.idPrefix);
  const entity = { ...body, ...added, id, created_at: new Date(context.now()).toISOString() };
  return json(201, resource.collection.save(entity), { Location: `/api/v1/${resource.name}/${id}` });
}

function update(resource: Resource, entity: Entity, changes: Fields, context: ResourceContext): Outcome {
  const details = violationsOf(changes, rulesPresent(changes, resource.rules));
  if (Object.keys(details).length > 0) return refuse('VALIDATION_ERROR', { details });
  const duplicate = duplicateOf(resource, changes, entity);
  if (duplicate) return duplicate;
  const added = resource.update?.(entity, changes) ?? {};
  if (isRefusal(added)) return added;
  const updatedAt = new Date(context.now()).toISOString();
  return json(
    200,
    resource.collection.save({ ...entity, ...changes, ...added, id: entity.id, updated_at: updatedAt }),
  );
}

function duplicateOf(
  { unique = [], collection }: Resource,
  body: Fields,
  self?: Entity,
): Refusal | undefined {
  for (const field of unique) {
    const value = body[field];
    const other = value === undefined ? undefined : collection.find(field, value);
    if (other && other.id !== self?.id) return refuse('DUPLICATE_ENTRY', { details: { field, value } });
  }
  return undefined;
}

/** A reference to something that does not exist: what the database calls a failed foreign key. */
export function missingReference(field: string, label: string): Refusal {
  return refuse('VALIDATION_ERROR', { details: { [field]: [`${label} does not exist`] } });
}

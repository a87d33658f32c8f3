import { json } from '../../server/answer';
import type { Collection, Entity } from '../../storage/collection';
import { rulesPresent, type Rules } from '../../validation/rules';
import { violationsOf } from '../../validation/plain-messages';
import { reaches } from './api-keys';
import type { CeligoRoute, Outcome, Request } from './celigo-route';
import { refuse, type FieldError, type Refusal } from './errors';
import { page, shown } from './list';

/** A kind of record of the account; its endpoints follow from it. */
export interface RecordKind {
  /** As it stands in paths: `flows`. */
  readonly name: string;
  readonly collection: Collection;
  /** Without rules the kind can only be read. */
  readonly rules?: Rules;
  /** Parameters of the list that filter. */
  readonly filters?: readonly string[];
  /** The integration that an entity belongs to, if it belongs to one. */
  readonly integrationOf?: (entity: Entity) => unknown;
  /** What uses the entity, so that it cannot be deleted. */
  readonly usedBy?: (entity: Entity) => string | undefined;
}

/** GET (list and one), POST, PUT and DELETE of `kind` under `/v1/`. */
export function recordRoutes(kind: RecordKind, newId: () => string): CeligoRoute[] {
  const list = `/v1/${kind.name}`;
  const one = `${list}/{id}`;
  const { collection, rules } = kind;
  const reads: CeligoRoute[] = [
    { method: 'GET', template: list, handler: { handle: (request) => listOf(kind, request) } },
    {
      method: 'GET',
      template: one,
      handler: { handle: withRecord(kind, (entity) => json(200, shown(entity))) },
    },
  ];
  if (!rules) return reads;
  return [
    ...reads,
    {
      method: 'POST',
      template: list,
      handler: {
        permission: 'manage',
        takesBody: true,
        handle: ({ body }) =>
          invalid(body, rules) ?? json(201, shown(collection.save({ ...body, id: newId() }))),
      },
    },
    {
      method: 'PUT',
      template: one,
      handler: {
        permission: 'manage',
        takesBody: true,
        handle: withRecord(
          kind,
          (entity, { body }) =>
            invalid(body, rulesPresent(body, rules)) ??
            json(200, shown(collection.save({ ...entity, ...body, id: entity.id }))),
        ),
      },
    },
    {
      method: 'DELETE',
      template: one,
      handler: { permission: 'manage', handle: withRecord(kind, (entity) => remove(kind, entity)) },
    },
  ];
}

/** Hands the entity of the path on: 404 where there is none, 403 where it is of an integration out of reach. */
export function withRecord(
  { collection, integrationOf }: RecordKind,
  handle: (entity: Entity, request: Request) => Outcome,
): (request: Request) => Outcome {
  return (request) => {
    const entity = collection.get(request.params['id'] ?? '');
    if (!entity) return refuse('not_found');
    return reaches(request.principal, integrationOf?.(entity))
      ? handle(entity, request)
      : refuse('forbidden');
  };
}

function listOf({ collection, integrationOf, filters }: RecordKind, { call, principal }: Request): Outcome {
  const reached = collection.all().filter((entity) => reaches(principal, integrationOf?.(entity)));
  return page(reached, call, filters);
}

function remove({ collection, usedBy }: RecordKind, entity: Entity): Outcome {
  const user = usedBy?.(entity);
  if (user) return refuse('conflict', { message: `Resource is in use by ${user}` });
  collection.delete(entity.id);
  return { status: 204 };
}

function invalid(body: Readonly<Record<string, unknown>>, rules: Rules): Refusal | undefined {
  const details: FieldError[] = Object.entries(violationsOf(body, rules)).flatMap(([field, messages]) =>
    messages.map((message) => ({ field, message })),
  );
  return details.length > 0 ? refuse('validation_error', { details }) : undefined;
}

import { json } from '../../server/answer';
import type { Call } from '../../server/call';
import type { Collection, Entity } from '../../storage/collection';
import { rulesPresent, type Rules } from '../../validation/rules';
import { refuse } from './errors';
import type { Store } from './seed';
import type { Outcome, Request, UpstreamRoute } from './upstream-route';
import { sees, USERS, type User } from './users';
import { validate } from './validate';

const PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

const INVOICE: Rules = {
  number: { type: 'string', required: true, maxLength: 32 },
  amount: { type: 'number', required: true, min: 0 },
  status: { type: 'string', oneOf: ['open', 'paid', 'void'] },
};
const UPLOAD: Rules = { rows: { type: 'array', required: true, minLength: 1, each: INVOICE } };
const REPORT: Rules = {
  type: { type: 'string', required: true, oneOf: ['revenue', 'aging'] },
  start_date: { type: 'string', format: 'date' },
  end_date: { type: 'string', format: 'date' },
};

/** Customers, invoices, uploads, reports and users. What is of another customer does not exist. */
export function resourceRoutes(store: Store, origin: () => string, newId: () => string): UpstreamRoute[] {
  const list = (collection: Collection) => ({
    permission: 'read',
    handle: ({ call, principal }: Request): Outcome => page(visible(collection, principal), call, origin()),
  });
  const one = (collection: Collection, handle: (entity: Entity, request: Request) => Outcome) => ({
    handle: (request: Request): Outcome => {
      const entity = collection.get(request.params['id'] ?? '');
      return entity && sees(request.principal, entity['customer_id'])
        ? handle(entity, request)
        : refuse('not_found');
    },
  });
  const { customers, invoices, reports } = store;
  const api = '/api/v1';
  return [
    { method: 'GET', template: `${api}/customers/`, handler: list(customers) },
    {
      method: 'GET',
      template: `${api}/customers/{id}/`,
      handler: one(customers, (customer) => json(200, shown(customer))),
    },
    { method: 'GET', template: `${api}/invoices/`, handler: list(invoices) },
    {
      method: 'POST',
      template: `${api}/invoices/`,
      handler: {
        permission: 'write',
        takesBody: true,
        handle: ({ body, principal }) =>
          validate(body, INVOICE) ?? json(201, shown(invoices.save(ownedBy(principal, body, newId())))),
      },
    },
    {
      method: 'GET',
      template: `${api}/invoices/{id}/`,
      handler: one(invoices, (invoice) => json(200, shown(invoice))),
    },
    {
      method: 'PUT',
      template: `${api}/invoices/{id}/`,
      handler: {
        permission: 'write',
        takesBody: true,
        ...one(
          invoices,
          (invoice, { body }) =>
            validate(body, INVOICE) ??
            json(200, shown(invoices.save({ ...invoice, ...body, ...identityOf(invoice) }))),
        ),
      },
    },
    {
      method: 'PATCH',
      template: `${api}/invoices/{id}/`,
      handler: {
        permission: 'write',
        takesBody: true,
        ...one(
          invoices,
          (invoice, { body }) =>
            validate(body, rulesPresent(body, INVOICE)) ??
            json(200, shown(invoices.save({ ...invoice, ...body, ...identityOf(invoice) }))),
        ),
      },
    },
    {
      method: 'DELETE',
      template: `${api}/invoices/{id}/`,
      handler: {
        permission: 'write',
        ...one(invoices, ({ id }) => {
          invoices.delete(id);
          return { status: 204 };
        }),
      },
    },
    {
      method: 'POST',
      template: `${api}/uploads/`,
      handler: {
        permission: 'write',
        limit: 'bulk_operation',
        takesBody: true,
        handle: ({ body }) =>
          validate(body, UPLOAD) ?? json(202, { accepted: (body['rows'] as unknown[]).length }),
      },
    },
    {
      method: 'POST',
      template: `${api}/reports/`,
      handler: {
        permission: 'read',
        limit: 'report_generation',
        takesBody: true,
        handle: ({ body, principal }) =>
          validate(body, REPORT) ??
          json(202, shown(reports.save(ownedBy(principal, { ...body, rows: [] }, newId())))),
      },
    },
    {
      method: 'GET',
      template: `${api}/reports/{id}/`,
      handler: one(reports, (report) =>
        json(200, { ...shown(report), row_count: (report['rows'] as unknown[]).length }),
      ),
    },
    {
      method: 'GET',
      template: `${api}/users/`,
      handler: {
        permission: 'administer',
        limit: 'user',
        handle: ({ call, principal }) => {
          const users = Object.values<User>(USERS).filter(({ customerId }) => sees(principal, customerId));
          return page(users.map(asEntity), call, origin());
        },
      },
    },
    {
      method: 'GET',
      template: `${api}/users/me/`,
      handler: { limit: 'user', handle: ({ principal }) => json(200, shown(asEntity(principal))) },
    },
  ];
}

const shown = (entity: Entity): object => ({ ...entity, id: Number(entity.id) });

const visible = (collection: Collection, user: User): readonly Entity[] =>
  collection.all().filter(({ customer_id }) => sees(user, customer_id));

const ownedBy = ({ customerId }: User, fields: Request['body'], id: string): Entity => ({
  ...fields,
  id,
  customer_id: customerId ?? 1,
});

/** What no change changes. */
const identityOf = ({ id, customer_id }: Entity) => ({ id, customer_id });

const asEntity = ({ id, username, role, customerId }: User): Entity => ({
  id: String(id),
  username,
  role,
  customer_id: customerId,
});

/** Page-number pagination of Django REST framework: a page behind the last one is a 404. */
function page(entities: readonly Entity[], call: Call, origin: string): Outcome {
  const number = Number(call.query.get('page') ?? 1);
  const asked = Number(call.query.get('page_size') ?? PAGE_SIZE);
  const size = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, MAX_PAGE_SIZE) : PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(entities.length / size));
  if (!Number.isInteger(number) || number < 1 || number > pages) {
    return refuse('not_found', { message: 'Invalid page.' });
  }
  const link = (to: number): string | null => {
    if (to < 1 || to > pages) return null;
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `${origin}${call.path}?${query}`;
  };
  return json(200, {
    count: entities.length,
    next: link(number + 1),
    previous: link(number - 1),
    results: entities.slice((number - 1) * size, number * size).map(shown),
  });
}

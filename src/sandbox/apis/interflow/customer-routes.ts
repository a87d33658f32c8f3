import type { Collection, Entity } from '../../storage/collection';
import { rulesPresent, type Rules } from '../../validation/rules';
import { blame, success, type Refusal } from './errors';
import type { InterflowRoute, Outcome, Request } from './interflow-route';
import { list } from './list';
import { isRefused, owned } from './ownership';
import { phoneProblem } from './phone';
import { validate } from './validate';

const CUSTOMER: Rules = {
  name: { type: 'string', required: true },
  email: { type: 'string', required: true, format: 'email' },
  phone: { type: 'string' },
};

export function customerRoutes(
  customers: Collection,
  now: () => number,
  newId: (prefix: string) => string,
): InterflowRoute[] {
  const one = '/v1/customers/{id}';
  const withCustomer =
    (handle: (customer: Entity, request: Request) => Outcome) =>
    (request: Request): Outcome => {
      const customer = owned(customers, request.params['id'], request.principal, 'CUSTOMER_NOT_FOUND');
      return isRefused(customer) ? customer : handle(customer, request);
    };
  /** What is wrong with the fields of a new customer, or with the changes of `self`. */
  const problemOf = (fields: Request['body'], rules: Rules, self?: Entity): Refusal | undefined => {
    const invalid = validate(fields, rules);
    if (invalid) return invalid;
    const phone = fields['phone'] === undefined ? undefined : phoneProblem('phone', fields['phone']);
    if (phone) return phone;
    const namesake = fields['email'] === undefined ? undefined : customers.find('email', fields['email']);
    return namesake && namesake.id !== self?.id
      ? blame('CONFLICT', 'email', 'Email já está em uso')
      : undefined;
  };
  return [
    {
      method: 'GET',
      template: '/v1/customers',
      handler: {
        permission: 'customers:read',
        handle: ({ call, principal }) => list(customers, call, principal),
      },
    },
    {
      method: 'POST',
      template: '/v1/customers',
      handler: {
        permission: 'customers:write',
        takesBody: true,
        handle: ({ body, principal }) =>
          problemOf(body, CUSTOMER) ??
          success(
            201,
            customers.save({
              ...body,
              id: newId('cus'),
              organization_id: principal.organization,
              created_at: new Date(now()).toISOString(),
            }),
          ),
      },
    },
    {
      method: 'GET',
      template: one,
      handler: {
        permission: 'customers:read',
        handle: withCustomer((customer) => success(200, customer)),
      },
    },
    {
      method: 'PUT',
      template: one,
      handler: {
        permission: 'customers:write',
        takesBody: true,
        handle: withCustomer(
          (customer, { body }) =>
            problemOf(body, rulesPresent(body, CUSTOMER), customer) ??
            success(
              200,
              customers.save({
                ...customer,
                ...body,
                id: customer.id,
                organization_id: customer['organization_id'],
              }),
            ),
        ),
      },
    },
    {
      method: 'DELETE',
      template: one,
      handler: {
        permission: 'customers:write',
        handle: withCustomer((customer) => {
          customers.delete(customer.id);
          return { status: 204 };
        }),
      },
    },
  ];
}

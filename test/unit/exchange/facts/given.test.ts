import assert from 'node:assert/strict';
import { allFacts, factNamed } from '../../../../src/core/exchange/facts/index';
import { describeFacts } from '../fact-table';
import { answered, bearer, failed } from '../samples';

const refused = failed({ code: 'ECONNREFUSED' });
const stock = answered(
  {
    status: 422,
    body: {
      error: {
        code: 'INSUFFICIENT_INVENTORY',
        message: 'Not enough inventory: 5 left',
        details: { requested: 10, available: 5 },
      },
    },
  },
  {
    method: 'POST',
    url: 'https://a.example/api/v1/orders/7/items',
    headers: { 'Content-Type': 'application/json', 'X-Tenant': 'a' },
    body: '{"items":[{"sku":"A"}]}',
  },
);

/** A request of a token whose tenant is 7. */
const ofTenant7 = (url: string, body?: string) =>
  answered(
    { status: 404 },
    { method: 'POST', url: `https://a.example${url}`, headers: bearer({ customer_id: 7 }), body },
  );
const tenant = { name: 'customer_id', after: 'customers' };

describeFacts({
  claimDiffers: [
    {
      it: 'another tenant in the path',
      exchange: ofTenant7('/api/v1/customers/9/reports/'),
      parameter: tenant,
      holds: true,
      evidence: "The token's `customer_id` is `7`; the request names `9`.",
    },
    { it: 'another in the query', exchange: ofTenant7('/x?customer_id=9'), parameter: tenant, holds: true },
    {
      it: 'another in the body',
      exchange: ofTenant7('/x', '{"customer_id":"9"}'),
      parameter: tenant,
      holds: true,
    },
    { it: 'its own', exchange: ofTenant7('/customers/7'), parameter: tenant, holds: false },
    { it: 'none named', exchange: ofTenant7('/reports/9'), parameter: tenant, holds: 'unknown' },
    { it: 'a word for its own', exchange: ofTenant7('/customers/me'), parameter: tenant, holds: 'unknown' },
    {
      it: 'no such claim',
      exchange: answered({}, { url: 'https://a.example/customers/9', headers: bearer({ sub: 'u' }) }),
      parameter: tenant,
      holds: 'unknown',
    },
    { it: 'no token', exchange: stock, parameter: tenant, holds: false },
  ],
  status: [
    { it: 'one of these', exchange: stock, parameter: [409, 422], holds: true },
    { it: 'another', exchange: stock, parameter: 404, holds: false },
    { it: 'no answer', exchange: refused, parameter: 404, holds: false },
  ],
  code: [
    { it: 'this', exchange: stock, parameter: 'INSUFFICIENT_INVENTORY', holds: true },
    { it: 'in another case', exchange: stock, parameter: 'insufficient_inventory', holds: false },
  ],
  message: [
    { it: 'a template', exchange: stock, parameter: 'not enough inventory: {n} left', holds: true },
    { it: 'a number where text stands', exchange: stock, parameter: 'Not {n} inventory', holds: false },
  ],
  failure: [
    { it: 'this', exchange: refused, parameter: ['ECONNREFUSED'], holds: true },
    { it: 'answered', exchange: stock, parameter: 'ECONNREFUSED', holds: false },
  ],
  method: [
    { it: 'this', exchange: stock, parameter: ['POST', 'PUT'], holds: true },
    { it: 'another', exchange: stock, parameter: 'GET', holds: false },
  ],
  path: [
    { it: 'its beginning', exchange: stock, parameter: '/api/v1/orders/{id}', holds: true },
    { it: 'another', exchange: stock, parameter: '/api/v1/customers', holds: false },
    {
      it: 'no URL',
      exchange: failed({ code: 'INVALID_URL' }, { url: 'x' }),
      parameter: '/a',
      holds: 'unknown',
    },
  ],
  header: [
    { it: 'of the answer', exchange: stock, parameter: { name: 'content-type' }, holds: true },
    {
      it: 'of the request, with its value',
      exchange: stock,
      parameter: { name: 'X-Tenant', in: 'request', equals: 'a' },
      holds: true,
    },
    { it: 'absent', exchange: stock, parameter: { name: 'X-Tenant' }, holds: false },
    { it: 'no answer', exchange: refused, parameter: { name: 'X-Tenant' }, holds: 'unknown' },
  ],
  field: [
    {
      it: 'below another',
      exchange: stock,
      parameter: { path: 'error.details.available', below: 'error.details.requested' },
      holds: true,
      evidence: '`error.details.available` is `5`.',
    },
    {
      it: 'above another',
      exchange: stock,
      parameter: { path: 'error.details.available', above: 'error.details.requested' },
      holds: false,
    },
    { it: 'absent', exchange: stock, parameter: { path: 'constructor' }, holds: false },
    {
      it: 'nothing to compare',
      exchange: stock,
      parameter: { path: 'error.details.left', below: 1 },
      holds: 'unknown',
    },
    { it: 'no answer', exchange: refused, parameter: { path: 'a' }, holds: 'unknown' },
  ],
  requestField: [
    { it: 'in a list', exchange: stock, parameter: { path: 'items[].sku', equals: 'A' }, holds: true },
    { it: 'absent', exchange: stock, parameter: { path: 'customer_id', exists: false }, holds: true },
    { it: 'another', exchange: stock, parameter: { path: 'items[].sku', in: ['B'] }, holds: false },
    {
      it: 'nothing to compare',
      exchange: stock,
      parameter: { path: 'customer_id', equals: 1 },
      holds: 'unknown',
    },
  ],
  claim: [
    {
      it: 'one of these',
      exchange: answered({}, { headers: bearer({ role: 'viewer' }) }),
      parameter: { name: 'role', in: ['viewer'] },
      holds: true,
      evidence: "The token's `role` is `viewer`.",
    },
    {
      it: 'in a list',
      exchange: answered({}, { headers: bearer({ roles: ['a', 'b'] }) }),
      parameter: { name: 'roles', equals: 'b' },
      holds: true,
    },
    {
      it: 'absent',
      exchange: answered({}, { headers: bearer({}) }),
      parameter: { name: 'role' },
      holds: false,
    },
    {
      it: 'an opaque token',
      exchange: answered({}, { headers: { Authorization: 'Bearer x' } }),
      parameter: { name: 'role' },
      holds: 'unknown',
    },
  ],
  slowerThan: [
    { it: 'slower', exchange: stock, parameter: 79, holds: true },
    { it: 'as slow', exchange: stock, parameter: 80, holds: false },
    { it: 'not sent', exchange: failed({ code: 'INVALID_URL' }), parameter: 80, holds: 'unknown' },
  ],
  answerLargerThan: [
    { it: 'larger', exchange: stock, parameter: 10, holds: true },
    { it: 'smaller', exchange: stock, parameter: 10_000, holds: false },
    { it: 'no answer', exchange: refused, parameter: 10, holds: 'unknown' },
  ],
});

describe('the list of facts', () => {
  it('names each fact once', () => {
    assert.equal(new Set(allFacts.map(({ name }) => name)).size, allFacts.length);
  });

  const refusals: readonly (readonly [fact: string, parameter: unknown])[] = [
    ['status', 'x'], ['status', []], ['code', 4], ['header', { in: 'request' }], ['header', { name: 'a', in: 'body' }], ['field', 'a'],
    ['field', { path: 'a', is: 1 }], ['claim', { name: 'a', in: 'b' }], ['slowerThan', -1],
  ]; // prettier-ignore
  for (const [name, parameter] of refusals) {
    it(`refuses ${JSON.stringify(parameter)} for ${name}`, () => {
      assert.equal(typeof factNamed(name)?.checkParameter?.(parameter), 'string');
    });
  }
});

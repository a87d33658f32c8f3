import type { UnresolvedVariable, WrittenRequest } from '../../../../src/core/exchange/exchange';
import { describeFacts, type FactCase } from '../fact-table';
import { answered, failed } from '../samples';

const says = (message: string, holds: boolean, parameter: 'resource' | 'route'): FactCase => ({
  it: message,
  exchange: answered({ status: 404, body: { message } }),
  parameter,
  holds,
});
const asked = (url: string, holds: FactCase['holds'], evidence?: string): FactCase => ({
  it: url,
  exchange: answered({ status: 404 }, { url: `https://a.example${url}` }),
  holds,
  evidence,
});
const undefinedIn = (environment: string | undefined, ...definedIn: (readonly string[] | undefined)[]) =>
  failed(
    { code: 'UNRESOLVED_VARIABLE', phase: 'prepare' },
    {},
    {
      written: {
        uri: 'file:///a.http',
        firstLine: 0,
        lastLine: 3,
        requestLine: 0,
        text: '',
        environment,
        unresolvedVariables: definedIn.map((each, index): UnresolvedVariable => ({
          name: `v${index}`,
          line: 1,
          character: 0,
          definedIn: each,
        })),
      } satisfies WrittenRequest,
    },
  );

describeFacts({
  missing: [
    says('No such container: web', true, 'resource'),
    says('Order 999 does not exist', true, 'resource'),
    says("Couldn't find Order with 'id'=12", true, 'resource'),
    says('Could not find page with ID: 1. Share it with your integration.', true, 'resource'),
    says('Canal não encontrado', true, 'resource'),
    says('city not found', true, 'resource'),
    says('Not Found', false, 'resource'),
    says('The requested resource was not found', false, 'resource'),
    says('HTTP 404 Not Found', false, 'resource'),
    says('Cannot GET /api/ordes', true, 'route'),
    says('Route GET:/ordes not found', true, 'route'),
    says('The requested URL was not found on this server.', true, 'route'),
    says('No static resource api/ordes.', false, 'resource'),
    says('/api/ordes does not exist', true, 'route'),
    says('The requested resource [/api/ordes] is not available', true, 'route'),
    says('Order 999 does not exist', false, 'route'),
    says("API version 'v9' does not exist", true, 'route'),
    {
      it: 'a code',
      exchange: answered({ status: 404, body: { code: 'ORDER_NOT_FOUND' } }),
      parameter: 'resource',
      holds: true,
      evidence: 'The answer says: ORDER_NOT_FOUND',
    },
  ],
  'path.namesItem': [
    asked('/orders/999', true, '`999` in the URL names one thing among many.'),
    asked('/v1/orders/0d1f2a3b-4c5d-6e7f-8a9b-0c1d2e3f4a5b', true),
    asked('/files/none.json', true),
    asked('/order?id=ann', true),
    asked('/api/v1/order', false, 'Nothing in the URL names one thing among many.'),
    asked('/admin/api/2024-10/product', false),
    asked('/users/ann', 'unknown'),
    asked('/oauth2/token', false),
    asked('/stock/c-7', 'unknown'),
  ],
  'request.definedElsewhere': [
    {
      it: 'in one other environment',
      exchange: undefinedIn('dev', ['staging']),
      holds: true,
      evidence: 'The environment is `dev`; `{{v0}}` has a value in `staging`.',
    },
    {
      it: 'in one environment that has both, of which none is chosen',
      exchange: undefinedIn(undefined, ['dev', 'staging'], ['staging']),
      holds: true,
      evidence: /^No environment is chosen; /,
    },
    { it: 'in several', exchange: undefinedIn(undefined, ['dev', 'staging']), holds: 'unknown' },
    { it: 'in none', exchange: undefinedIn('dev', []), holds: false },
    { it: 'not looked for', exchange: undefinedIn('dev', undefined), holds: 'unknown' },
    { it: 'every variable has a value', exchange: answered(), holds: false },
  ],
});

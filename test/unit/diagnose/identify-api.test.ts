import assert from 'node:assert/strict';
import type { Api } from '../../../src/core/catalog/catalog';
import type { Exchange } from '../../../src/core/exchange/exchange';
import { identifyApi } from '../../../src/core/diagnose/identify-api';
import { answered, failed, shop } from '../exchange/samples';

const flows: Api = {
  id: 'flows',
  name: 'Flows',
  match: {
    hosts: ['api.flows.example'],
    prefixes: ['/v1'],
    endpoints: ['/v1/flows', 'POST /api/v1/auth/login'],
    words: ['flows'],
  },
  envelope: { code: 'errors[].code', message: 'errors[].message' },
};
const http: Api = { id: 'http', name: 'HTTP', standard: true, match: { hosts: ['api.shop.example'] } };
const apis = [http, flows, shop];

const error = { status: 404, body: { error: { code: 'NOT_FOUND', message: 'x' } } };
const local = (path: string) => ({ url: `http://127.0.0.1:41733${path}` });
const fromFile = (uri: string) => ({
  written: { uri, firstLine: 0, lastLine: 1, requestLine: 0, text: '', unresolvedVariables: [] },
});

const table: readonly (readonly [what: string, exchange: Exchange, id: string | undefined])[] = [
  ['its own host', answered({}, { url: 'https://api.shop.example/anything' }), 'shop'],
  [
    'its own host that does not answer',
    failed({ code: 'ECONNREFUSED' }, { url: 'https://api.flows.example/' }),
    'flows',
  ],
  ['a host of its family', answered({}, { url: 'https://staging-api.shop.example/api/v1/orders' }), 'shop'],
  [
    'a host with its name',
    answered({}, { url: 'https://shop.eu-1.cloud.example.net/api/v1/orders' }),
    'shop',
  ],
  [
    'a field that only it sends',
    answered({ headers: { 'X-Shop-Version': '3' } }, { url: 'https://gw.acme.net/x' }),
    'shop',
  ],
  ['a known endpoint and its envelope, on a local port', answered(error, local('/api/v1/orders/7')), 'shop'],
  ['a known endpoint on a local port', failed({ code: 'ECONNREFUSED' }, local('/api/v1/orders')), 'shop'],
  ['a near miss and members that many have', answered(error, local('/api/v1/order')), undefined],
  ['a missing prefix and members that many have', answered(error, local('/orders')), undefined],
  [
    'an endpoint of two, by the envelope',
    answered(
      { status: 401, body: { errors: [{ code: 'unauthorized', message: 'x' }] } },
      { ...local('/api/v1/auth/login'), method: 'POST' },
    ),
    'flows',
  ],
  [
    'an endpoint of two, by the name of the file',
    failed(
      { code: 'ECONNREFUSED' },
      { ...local('/api/v1/auth/login'), method: 'POST' },
      fromFile('file:///w/samples/shop.http'),
    ),
    'shop',
  ],
  [
    'the same envelope at a public host of another',
    answered(error, { url: 'https://api.payments.example.org/v1/charges' }),
    undefined,
  ],
  [
    'a known path at a public host of another',
    answered(error, { url: 'https://api.payments.example.org/api/v1/orders' }),
    undefined,
  ],
  ['the same envelope on a local port', answered(error, local('/v2/charges')), undefined],
  [
    'a known endpoint on a local port, with another envelope',
    answered({ status: 401, body: { detail: 'no' } }, local('/api/v1/orders')),
    undefined,
  ],
  ['a shared path alone', answered({}, local('/health')), undefined],
  ['a URL that is none', failed({ code: 'INVALID_URL' }, { url: '"{{host}}"/api' }), undefined],
];

describe('the API of an exchange', () => {
  for (const [what, exchange, id] of table) {
    it(`${id === undefined ? 'is none by' : 'is told by'} ${what}`, () => {
      assert.equal(identifyApi(exchange, apis)?.id, id);
    });
  }

  it('is told by a code that only one of two knows', () => {
    const twin: Api = { ...shop, id: 'twin' };
    const known = (api: Api, code: string) => api.id === 'twin' && code === 'NOT_FOUND';
    assert.equal(identifyApi(answered(error, local('/api/v1/orders/7')), [shop, twin], known)?.id, 'twin');
  });
});

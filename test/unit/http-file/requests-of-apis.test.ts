import assert from 'node:assert/strict';
import type { CatalogFile } from '../../../src/core/catalog/format';
import { requestsOfApis } from '../../../src/core/http-file/requests-of-apis';
import { indexOf } from '../small-index';

const api = (id: string, host: string, endpoint: string): CatalogFile => ({
  id,
  name: id,
  match: { hosts: [host], endpoints: [endpoint], words: [id] },
  problems: [],
});
const index = indexOf(
  api('acme', 'api.acme.example', '/v1/orders'),
  api('globex', 'api.globex.example', '/v1/parcels'),
);

describe('requestsOfApis', () => {
  const cases: [title: string, text: string, expected: string[][]][] = [
    [
      'a host in the URL',
      'GET https://api.acme.example/x HTTP/1.1\n\n###\nhttps://api.globex.example/y',
      [['acme'], ['globex']],
    ],
    ['a path that an API has', 'GET {{host}}/v1/parcels/7', [['globex']]],
    ['a host in a variable of the file', '@host = https://api.acme.example\nPOST {{host}}/x', [['acme']]],
    [
      'a host that only another request of the file names',
      'GET https://api.acme.example/x\n\n###\nGET https://other.example/x',
      [['acme'], []],
    ],
    ['the name of a variable', 'GET {{globexHost}}/v1/orders', [['globex']]],
    ['a host that no catalog knows', 'GET https://other.example/x', [[]]],
    ['no request', '# notes\n@host = https://api.acme.example', []],
  ];
  for (const [title, text, expected] of cases) {
    it(`knows whom a request is sent to by ${title}`, () => {
      assert.deepEqual(
        requestsOfApis(text, 'calls.http', index).map(({ apis }) => apis),
        expected,
      );
    });
  }

  it('knows whom a request is sent to by the name of its file', () => {
    const [request] = requestsOfApis('GET {{host}}/v1/orders', 'http/globexCalls.http', index);
    assert.deepEqual(request?.apis, ['globex']);
  });

  it('tells the line, the name, and the request as it is written', () => {
    const [request] = requestsOfApis(
      '### List\n# @name orders\nGET {{host}}/v1/orders?x=1 HTTP/1.1',
      'calls.http',
      index,
    );
    assert.deepEqual(request, {
      line: 2,
      request: 'GET {{host}}/v1/orders?x=1',
      name: 'orders',
      apis: ['acme'],
    });
  });
});

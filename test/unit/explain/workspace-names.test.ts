import assert from 'node:assert/strict';
import { namesIn } from '../../../src/core/explain/workspace-names';

describe('namesIn', () => {
  const cases: [file: string, text: string, expected: string][] = [
    [
      'a.http',
      'GET https://api.acme.example/v1?key=secret\nAuthorization: Bearer secret',
      'https://api.acme.example',
    ],
    ['a.http', '@host = http://localhost:9090/\nGET {{host}}/x', 'http://localhost:9090'],
    ['.env', 'ACME_API_KEY=secret\nexport OTHER_TOKEN = "acme"\n# COMMENTED=1', 'acme api key\nother token'],
    ['http-client.env.json', '{ "dev": { "acmeHost": "secret" } }', 'dev dev\nacmeHost acme host'],
  ];
  for (const [file, text, expected] of cases) {
    it(`of ${file} takes names and hosts, no value: ${expected.replaceAll('\n', ', ')}`, () => {
      assert.equal(namesIn(file, text), expected);
      assert.equal(namesIn(file, text).includes('secret'), false);
    });
  }
});

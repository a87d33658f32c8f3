import assert from 'node:assert/strict';
import { apiCalled } from '../../../src/core/explain/api-called';
import { indexOf, problem } from '../small-index';

const acme = {
  id: 'acme',
  name: 'Acme',
  match: { hosts: ['api.acme.io', 'localhost:3000'], endpoints: ['/api/v1/anvils', '/health'] },
  problems: [problem('exploded', { codes: ['ACME_EXPLODED'] })],
};
const around = `const BASE = 'https://api.acme.io';`;

describe('The API that a call goes to', () => {
  const cases: [name: string, url: string | undefined, source: string, api: string | undefined][] = [
    ['is told by its host', 'https://api.acme.io/x', '', 'acme'],
    ['is told by its path on another host', 'https://gateway.example.com/api/v1/anvils', '', 'acme'],
    ['is what the file names where the address is composed', undefined, around, 'acme'],
    ['is what the file names where this machine is called', 'http://localhost:8080/x', around, 'acme'],
    ['is not what the file names where another host is called', 'https://api.other.com/x', around, undefined],
    ['is not told by a path that many have', 'https://api.other.com/health', '', undefined],
    ['is not told by a server on this machine alone', 'http://localhost:3000/x', '', undefined],
    ['is not told by a path of one word in the file', undefined, `get('/health')`, undefined],
    ['is told by a code that it alone has', undefined, `if (code === 'ACME_EXPLODED')`, 'acme'],
  ];
  for (const [name, url, source, api] of cases)
    it(name, () => {
      assert.equal(apiCalled({ url, source, offset: 0, path: '/src/call.ts' }, indexOf(acme))?.id, api);
    });
});

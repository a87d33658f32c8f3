import { strict as assert } from 'node:assert';
import { startServer, type TestServer } from '../unit/http/servers';
import { makeWorkspace, type TestWorkspace } from '../unit/http/workspace';
import { showEverything } from './shown';

describe('hostile times', () => {
  let server: TestServer;
  let workspace: TestWorkspace;
  let fields: Readonly<Record<string, string>> = {};
  before(async () => {
    const body = '{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"x","retry_after":1e300}}';
    server = await startServer((_request, response) => response.writeHead(429, fields).end(body));
    workspace = await makeWorkspace();
  });
  after(() => Promise.all([server.close(), workspace.remove()]));

  const farAway = 'Fri, 31 Dec 9999 23:59:59 GMT';
  const answers: Readonly<Record<string, string>>[] = [
    { 'Retry-After': '1000000000000' },
    { 'Retry-After': '10000000000000000' },
    { 'Retry-After': '9'.repeat(400) },
    { 'Retry-After': '-5' },
    { 'Retry-After': farAway },
    { Date: farAway, 'Retry-After': '1' },
    { Date: 'Thu, 01 Jan 1970 00:00:00 GMT', 'Retry-After': '1' },
    { 'X-RateLimit-Reset': '253402300799', 'X-RateLimit-Remaining': '0' },
    { 'X-RateLimit-Reset': '9'.repeat(30), 'X-RateLimit-Remaining': '0' },
    { RateLimit: '"d";r=0;t=999999999999999' },
  ];
  for (const answer of answers)
    it(`${JSON.stringify(answer).slice(0, 80)} is read as a time or not at all`, async () => {
      fields = answer;
      for (const { diagnosis } of showEverything(await workspace.run(`GET ${server.origin}/api/v1/orders`)))
        assert.ok(diagnosis.retryAt === undefined || !Number.isNaN(Date.parse(diagnosis.retryAt)));
    });
});

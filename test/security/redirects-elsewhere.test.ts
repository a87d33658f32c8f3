import { strict as assert } from 'node:assert';
import { secretNamesOfAll } from '../../src/core/redact/secret-names-of';
import { shippedIndex } from '../servers/shipped-knowledge';
import { startServer, type TestServer } from '../unit/http/servers';
import { makeWorkspace, type TestWorkspace } from '../unit/http/workspace';
import { showEverything } from './shown';

/** What no server may see but the one that it was written to. */
const secret = 'q9Zt4Xv7Lm2Kp8Rs5Wd1';

describe('a redirect to another origin', () => {
  let server: TestServer;
  let other: TestServer;
  let workspace: TestWorkspace;
  before(async () => {
    other = await startServer((_request, response) => response.end('{}'));
    server = await startServer((request, response) => {
      const [, status] = /^\/(\d+)/.exec(request.url ?? '') ?? [];
      if (status) response.writeHead(Number(status), { Location: `${other.origin}/end` }).end();
      else
        response
          .writeHead(200, { 'Content-Type': 'application/json', 'Set-Cookie': `sid=${secret}` })
          .end(`{"token":"${secret}"}`);
    });
    workspace = await makeWorkspace({ '.env': `base=${server.origin}\nAPI_TOKEN=${secret}` });
  });
  after(() => Promise.all([server.close(), other.close(), workspace.remove()]));

  const fields = [...new Set(shippedIndex().apis.flatMap((api) => api.authentication ?? []))].map(
    ({ header }) => header,
  );
  const requests: [what: string, text: string][] = [
    ['Authorization', `GET {{base}}/STATUS\nAuthorization: Bearer ${secret}`],
    ['Basic', `GET {{base}}/STATUS\nAuthorization: Basic ann ${secret}`],
    ['Proxy-Authorization', `GET {{base}}/STATUS\nProxy-Authorization: Bearer ${secret}`],
    ['a cookie', `GET {{base}}/STATUS\nCookie: sid=${secret}`],
    ['a cookie of the session', `# @name first\nGET {{base}}/login\n\n###\n# @ref first\nGET {{base}}/STATUS`],
    ['a field of any name with a variable that is called secret', 'GET {{base}}/STATUS\nX-Any: {{API_TOKEN}}'],
    ['what a login gave', `# @name login\nGET {{base}}/login\n\n###\n# @ref login\nGET {{base}}/STATUS\nX-Any: {{login.token}}`],
    ['the user of the URL', `GET ${'{{base}}'.replace('{{base}}', 'USERINFO')}/STATUS`],
    ['a form', `POST {{base}}/STATUS\nContent-Type: application/x-www-form-urlencoded\n\npassword=${secret}`],
    ['JSON', `PUT {{base}}/STATUS\nContent-Type: application/json\n\n{"password":"${secret}"}`],
    ['a body with a GET', `GET {{base}}/STATUS\nContent-Type: application/json\n\n{"password":"${secret}"}`],
    ['a token for an OAuth server', `@x_tokenEndpoint=${'{{base}}'}/STATUS\n@x_clientId=a\n@x_clientSecret=${secret}\n\nGET {{base}}/other\nAuthorization: oauth2 client_credentials x`],
    ...fields.map((header): [string, string] => [`${header} of a catalog`, `GET {{base}}/STATUS\n${header}: ${secret}`]),
  ]; // prettier-ignore

  for (const status of [301, 302, 303, 307, 308])
    for (const [what, text] of requests)
      it(`by ${status} takes along no ${what}`, async () => {
        const seen = other.requests.length;
        const written = text
          .replaceAll('STATUS', String(status))
          .replace('USERINFO', server.origin.replace('://', `://ann:${secret}@`));
        const exchange = await workspace.run(written, {
          secretNames: secretNamesOfAll(shippedIndex().apis),
        });
        assert.notEqual(exchange.outcome.kind === 'failure' && exchange.outcome.phase, 'connect');
        const given = [other.requests, other.headers, other.bodies].map((all) => all.slice(seen).flat());
        const arrived = given.flat().join('\n');
        assert.doesNotMatch(arrived, new RegExp(secret));
        assert.ok(!arrived.includes(Buffer.from(`ann:${secret}`).toString('base64')));
        assert.ok(!/^(?:POST|PUT)/m.test(arrived), arrived);
      });

  it('is explained, with where it leads, and the fix writes that into the request', async () => {
    const exchange = await workspace.run(
      `POST ${server.origin}/307\nContent-Type: application/json\n\n{"amount": 1}`,
    );
    const [english] = showEverything(exchange);
    const [cause] = english?.diagnosis.causes ?? [];
    assert.deepEqual(
      [english?.diagnosis.problem?.id, cause?.id, cause?.verdict],
      ['temporary-redirect', 'redirect-leaves-origin', 'confirmed'],
    );
    assert.ok(cause?.evidence.join().includes(`${other.origin}/end`), cause?.evidence.join());
    assert.ok(english?.offers.some((offer) => (offer as { id: string }).id === 'follow-redirect'));
  });
});

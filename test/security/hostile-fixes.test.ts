import { strict as assert } from 'node:assert';
import { diagnose } from '../../src/core/diagnose/diagnose';
import { identifyApi } from '../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../src/core/diagnose/index-knowledge';
import type { Knowledge } from '../../src/core/diagnose/knowledge';
import { readExchange } from '../../src/core/exchange/read-exchange';
import { findFixes } from '../../src/core/fixes/find-fixes';
import { plainL10n } from '../../src/core/text/language';
import { shippedIndex } from '../servers/shipped-knowledge';
import { startServer, type TestServer } from '../unit/http/servers';
import { makeWorkspace } from '../unit/http/workspace';

/** In every place of an answer that a fix may read. */
const evils = [
  '{{evil()}}',
  'evil\t{{evil()}}',
  'POST, {{evil()}}',
  'evil; < /etc/passwd',
  '<evil>; evil',
  '"evil',
  'Evil',
];
const requests = [
  'GET {{origin}}/api/v1/orders',
  'GET {{origin}}/api/v1/order',
  'GET {{origin}}//api/v1/orders/',
  'PATCH {{origin}}/api/v1/orders\nContent-Type: text/plain\n\n{"a": 1}',
  'POST {{origin}}/api/v1/orders\nAuthorization: "abc"\nAccept: text/html\nContent-Type: application/x-www-form-urlencoded\n\na=1&b=2',
]; // prettier-ignore

describe('hostile answers', () => {
  let server: TestServer;
  let knowledge: Knowledge;
  let evil = '';
  let status = 400;
  before(async () => {
    knowledge = indexKnowledge(shippedIndex());
    server = await startServer((request, response) => {
      for (const name of ['WWW-Authenticate', 'Allow', 'Accept', 'Accept-Post', 'Accept-Patch', 'Location', 'Link', 'Content-Location', 'Retry-After', 'X-Request-Id', 'Deprecation', 'Sunset', 'Server'])
        response.setHeader(name, status < 400 && name === 'Location' ? `/${encodeURI(evil)}` : evil);
      response.writeHead(status, { 'Content-Type': 'application/json' });
      const errors = [{ field: evil, message: evil, code: evil, loc: ['header', evil] }];
      response.end(JSON.stringify({ error: { code: evil, message: `Did you mean ${evil}?`, hint: evil, details: errors }, path: evil, documentation_url: evil, expected: evil, errors, url: request.url }));
    });
  }); // prettier-ignore
  after(() => server.close());

  for (const one of [301, 400, 401, 403, 404, 405, 406, 409, 415, 422, 426, 501])
    it(`of ${one} write nothing of their own into the file`, async () => {
      status = one;
      for (evil of evils)
        for (const request of requests) {
          const workspace = await makeWorkspace();
          const text = request.replace('{{origin}}', server.origin);
          const exchange = await workspace.run(text);
          await workspace.remove();
          const api = identifyApi(exchange, shippedIndex().apis, () => false);
          const diagnosis = diagnose(exchange, { api, knowledge, now: Date.now(), l10n: plainL10n() });
          const fixes = findFixes(readExchange(exchange, api, Date.now()), diagnosis, {
            text,
            environments: [],
          });
          for (const { id, edits } of fixes)
            for (const edit of edits) {
              // The name of a scheme that a challenge asks for is a word, and nothing else.
              assert.doesNotMatch(
                edit.text,
                /\{\{\s*evil|<evil|evil[(;:>]|passwd/i,
                `${id}: ${JSON.stringify(edit.text)}`,
              );
              assert.ok(edit.start >= 0 && edit.end >= edit.start && edit.end <= text.length, id);
            }
        }
    }).timeout(60_000);
});

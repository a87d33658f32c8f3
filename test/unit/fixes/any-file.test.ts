import assert from 'node:assert/strict';
import { seededRandom } from '../../security/seeded-random';
import { type Answer, repairsOf } from './broken-request';

const fragments: readonly string[] = [
  'GET https://a.example/x', 'POST {{host}}//y/:id', 'GET "{{base}}"', 'PATCH https://api.stateset.com/api/v1/order', 'https://a.example',
  'Authorization: Bearer "{{token}}"', 'Authorization: {{auth}}', 'authorization: bearer Bearer x', 'X-API-Key: \u200Babc ', 'Authorization:',
  'Content-Type: text/plain', 'Accept: text/csv', 'Idempotency-Key: 1', '?a=1', '&b={{c}}', '', ' ', '\t', '### one', '# @name one', '# @ref one',
  '@token = "abc"', '@auth = Bearer {{token}}', '@token = {{auth}}', '@host=http://localhost:1/', '@base = {{host}}/api', '@x =', '{{', '}}', '{{ {{a}} }}',
  '{', '}', "'a': 1,", '"b": {{c}}', '// no', '[1,2,]', 'a=1&b=2', '> {% client.log(1) %}', '< ./no.json', '\uFEFF', '{{$guid}}', '...headers',
]; // prettier-ignore

const answers: readonly Answer[] = [
  { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
  { status: 404 },
  { status: 405, headers: { Allow: 'GET, PUT' } },
  { status: 400, body: { message: 'invalid json' } },
  { status: 415, headers: { Accept: 'application/json' } },
  { failure: 'ECONNREFUSED' },
];

describe('fixes for any file', function () {
  this.timeout(120_000);

  it('never throw, and their edits lie in the file and do not overlap', async () => {
    const random = seededRandom(7);
    const below = (limit: number): number => Math.floor(random.next() * limit);
    let found = 0;
    for (let round = 0; round < 200; round++) {
      const eol = below(2) === 0 ? '\n' : '\r\n';
      const lines = Array.from({ length: 2 + below(14) }, () => random.pick(fragments));
      const text = ['GET {{host}}/start', ...lines].slice(below(2)).join(eol);
      const answer = random.pick(answers);
      const repaired = await repairsOf({ text, at: random.pick(lines) || 'GET', answer }).catch(
        (error: unknown) => {
          // What is no request at all is not diagnosed.
          if (error instanceof Error && error.name === 'RunError') return [];
          throw new Error(`${String(error)} in ${JSON.stringify(text)}`, { cause: error });
        },
      );
      for (const { fix } of repaired) {
        found++;
        const edits = [...fix.edits].sort((a, b) => a.start - b.start || a.end - b.end);
        edits.forEach((edit, at) => {
          const place = `${fix.id} ${JSON.stringify(edit)} in ${JSON.stringify(text)}`;
          assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length, place);
          assert.ok(edit.start >= (edits[at - 1]?.end ?? 0), place);
        });
        assert.ok(edits.length > 0, fix.id);
      }
    }
    assert.ok(found > 100, `${found} fixes were found`);
  });
});

import assert from 'node:assert/strict';
import { mentionsIn } from '../../../src/core/recognize/recognize';
import { indexOf } from '../small-index';

const text = { en: 'x', 'pt-BR': 'x' };
const term = (...names: string[]) => ({
  id: (names[0] ?? '').toLowerCase(),
  names,
  title: text,
  summary: text,
  source: 'test',
});
const index = indexOf({
  id: 'terms',
  name: 'Terms',
  standard: true,
  fields: ['Retry-After', 'ETag', 'RateLimit', 'Date', 'Location', 'Authorization', 'Allow', 'Server'].map(
    (name) => term(name),
  ),
  claims: ['exp', 'iss', 'sub', 'roles', 'scope', 'nonce'].map((name) => term(name)),
});

const terms = (source: string, languageId = 'plaintext'): string[] =>
  mentionsIn(source, index, languageId)
    .filter(({ kind }) => kind === 'field' || kind === 'claim')
    .map(({ start, end }) => source.slice(start, end));

describe('the name of a header field counts', () => {
  const counted: [source: string, languageId: string, names: string[]][] = [
    ['< retry-after: 30', 'plaintext', ['retry-after']],
    ["res.headers.get('Retry-After')", 'typescript', ['Retry-After']],
    ['ETag: "abc"', 'plaintext', ['ETag']],
    ['RateLimit-Policy: "b";q=9;w=60\nRateLimit: "b";r=0;t=30', 'log', ['RateLimit']],
    ['GET https://h/a\nAuthorization: Bearer x', 'http', ['Authorization']],
    ["fetch(u, { headers: { Authorization: 'Bearer x' } })", 'typescript', ['Authorization']],
    ["response.headers['location']", 'python', ['location']],
    ['curl -H "Authorization: Bearer x" https://h', 'shellscript', ['Authorization']],
    ['HTTP/1.1 405 Method Not Allowed\nAllow: GET, HEAD', 'log', ['Allow']],
    ['< date: Sat, 21 Nov 2026 02:30:00 GMT', 'log', ['date']],
    ['Content-Type: text/html\nServer: nginx', 'plaintext', ['Server']],
    ["req.get('Authorization')", 'javascript', ['Authorization']],
    ['req.Header.Set("Authorization", "Bearer "+token)', 'go', ['Authorization']],
    ['headers={"X-A": f"{a}", "Authorization": f"Bearer {t}"}', 'python', ['Authorization']],
    ["CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . $t]", 'php', ['Authorization']],
    ['if "date" in response_headers:', 'python', ['date']],
    ['HTTP/1.1 200 OK\nDate: Sat, 21 Nov 2026\nServer: nginx\n\n{}', 'log', ['Date', 'Server']],
  ];
  for (const [source, languageId, names] of counted)
    it(`in ${languageId}: ${source}`, () => assert.deepEqual(terms(source, languageId), names));
});

describe('an ordinary word is no header field', () => {
  const ordinary: [source: string, languageId: string][] = [
    ['{ "date": "2026-11-21" }', 'json'],
    ['interface Place { location: string }', 'typescript'],
    ['server: main', 'yaml'],
    ['{ "dependencies": { "etag": "~1.8.1", "retry-after": "^2.0.0" } }', 'json'],
    ['{ rateLimit: 100 }', 'javascript'],
    ['const header = read(); return { header, range: [start, end] }', 'javascript'],
    ['{ comment: header.comment, range: [0, 1] }', 'javascript'],
    ["fetch(u, { headers: { a: 1 }, location: 'here' })", 'javascript'],
    ['["footer", "header", "host", "link", "location"]', 'json'],
    ['The header.\n\nAllow: me', 'markdown'],
    ['Date: Sat Nov 21 02:30:00 2026', 'plaintext'],
    ['new Date(), allow: true', 'javascript'],
    ['  - Location: Berlin', 'markdown'],
    ['Retry-After-All: 3', 'plaintext'],
  ];
  for (const [source, languageId] of ordinary)
    it(`in ${languageId}: ${source}`, () => assert.deepEqual(terms(source, languageId), []));
});

describe('the name of a claim counts', () => {
  it('where it is a key that only tokens have', () => {
    assert.deepEqual(terms('{"exp": 1700000000}', 'json'), ['exp']);
    assert.deepEqual(terms('{\\"iss\\": \\"https://a\\"}', 'log'), ['iss']);
  });
  it('where claims of a token stand beside it, if other data has such a key, too', () => {
    assert.deepEqual(terms('{"sub":"u1","roles":["a"],"iat":1}', 'json'), ['sub', 'roles']);
    assert.deepEqual(terms('{"roles":["a"],"scope":"b"}', 'json'), []);
    assert.deepEqual(terms('{ "script": { "nonce": "x" } }', 'json'), []);
  });
  it('not as a value or a variable', () => {
    assert.deepEqual(terms('const exp = 1; f("exp", exp)', 'typescript'), []);
  });
});

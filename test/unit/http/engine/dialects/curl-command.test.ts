import { strict as assert } from 'node:assert';
import { type CurlRequest, readCurl } from '../../../../../src/http/engine/dialects/curl-command';

describe('a curl command', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const json = { 'Content-Type': 'application/json' };
  const cases: [command: string, expected: Partial<CurlRequest>][] = [
    ['curl https://a.example/x', { method: 'GET', url: 'https://a.example/x', headers: {} }],
    ["curl -X DELETE 'https://a.example/x'", { method: 'DELETE' }],
    ['curl -XPUT -sSL "https://a.example/x?a=1&b=2"', { method: 'PUT', followsRedirects: true, url: 'https://a.example/x?a=1&b=2' }],
    ['curl -I --insecure a.example', { method: 'HEAD', insecure: true }],
    [`curl --request=POST --url a.example -H 'Content-Type: application/json' --data '{"a": "it'\\''s"}'`, { method: 'POST', headers: json, body: `{"a": "it's"}` }],
    ['curl a.example \\\n  -d a=1 \\\n  --data b=2', { method: 'POST', headers: form, body: 'a=1&b=2' }],
    ['curl -G a.example/x?z=0 -d a=1 --data-urlencode "b=x y"', { method: 'GET', url: 'a.example/x?z=0&a=1&b=x%20y' }],
    ['curl a.example --json \'{"a":1}\'', { method: 'POST', headers: { ...json, Accept: 'application/json' } }],
    ['curl -u me:pass a.example', { headers: { Authorization: 'Basic me:pass' } }],
    ["curl a.example -H 'X-A: 1' -H \"X-B:  two words \" -A agent -b 'k=v' -e https://r.example", { headers: { 'X-A': '1', 'X-B': 'two words ', 'User-Agent': 'agent', Cookie: 'k=v', Referer: 'https://r.example' } }],
    ["curl a.example --data-raw $'line\\u0021\\n\\'q\\''", { body: "line!\n'q'" }],
    ['curl --compressed -o out.json --max-time 5 a.example', { method: 'GET', url: 'a.example' }],
  ]; // prettier-ignore
  for (const [command, expected] of cases)
    it(`is read: ${command}`, () => {
      const read = readCurl(command) as unknown as Record<string, unknown>;
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(read[name], value, name);
    });

  const notRead = [
    'curl',
    'curl -X',
    "curl 'a.example",
    'curl a.example b.example',
    'curl -F file=@x a.example',
    'curl -d @body.json a.example',
    'curl --unheard-of a.example',
    'wget a.example',
  ];
  for (const command of notRead)
    it(`is left alone: ${command}`, () => assert.equal(readCurl(command), undefined));
});

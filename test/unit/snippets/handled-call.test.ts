import assert from 'node:assert/strict';
import { handledCall } from '../../../src/core/snippets/handled-call';
import { listActions } from '../../../src/core/snippets/list-actions';
import { parse, snippets } from './workbench';

describe('The call whose error is handled', () => {
  const cases: [name: string, languageId: string, source: string, call: string | undefined][] = [
    ['in a catch', 'typescript', `async function a() {\n  try { await fetch(one); } catch (e) { if (e.code === '‸X') throw e; }\n}`, 'fetch(one)'],
    ['in a callback', 'javascript', `fetch(one).catch((e) => { if (e.code === '‸X') {} });`, 'fetch(one)'],
    ['in a condition on the answer', 'typescript', `async function a() {\n  const r = await fetch(one);\n  if (r.status === ‸429) return;\n}`, 'fetch(one)'],
    ['the last one before', 'typescript', `async function a() {\n  await fetch(one);\n  await fetch(two);\n  f('‸X');\n  await fetch(three);\n}`, 'fetch(two)'],
    ['not one of another function', 'typescript', `async function a() { await fetch(one); }\nfunction b(e) { return e.code === '‸X'; }`, undefined],
    ['none after it', 'typescript', `function b(e) { f('‸X'); return fetch(one); }`, undefined],
    ['in except', 'python', `import requests\ndef a():\n    try:\n        requests.get(one)\n    except E as e:\n        if e.code == "‸X":\n            pass\n`, 'requests.get(one)'],
    ['at the top of a script', 'python', `import requests\nr = requests.get(one)\nif r.status_code == ‸429:\n    pass\n`, 'requests.get(one)'],
    ['in Go', 'go', `package a\nimport "net/http"\nfunc a() {\n\tr, err := http.Get("x")\n\tif r.StatusCode == ‸429 {\n\t}\n}\n`, 'http.Get("x")'],
    ['in rescue', 'ruby', `require 'net/http'\ndef a\n  Net::HTTP.get_response(uri)\nrescue E => e\n  raise if e.code == '‸X'\nend\n`, 'Net::HTTP.get_response(uri)'],
  ]; // prettier-ignore
  for (const [name, languageId, source, call] of cases)
    it(name, async () => {
      const document = await parse(source.replace('‸', ''), languageId);
      assert.equal(handledCall(snippets, document, source.indexOf('‸'))?.call.text, call);
    });

  it('is offered what its problem asks for, and nothing where none is mentioned', async () => {
    const source = `async function a() {\n  const r = await fetch(one);\n  if (r.status === 429) return;\n}`;
    const document = await parse(source, 'typescript');
    const offers = (advised: readonly ('retry' | 'tokenRefresh')[]) =>
      listActions(snippets, document, source.indexOf('429'), { advised: () => advised }).map(
        ({ kind }) => kind,
      );
    assert.deepEqual(offers(['retry']), ['retry']);
    assert.deepEqual(offers(['tokenRefresh']), ['tokenRefresh']);
    assert.deepEqual(offers([]), []);
  });
});

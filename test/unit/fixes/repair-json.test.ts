import assert from 'node:assert/strict';
import { applyJsonEdits, repairJson } from '../../../src/core/fixes/json/repair-json';

describe('JSON that nearly is', () => {
  const repaired: [title: string, before: string, after: string, certain?: boolean][] = [
    ['a trailing comma', '{ "a": [1, 2, ], }', '{ "a": [1, 2 ] }', true],
    ['single quotes', `{'a': 'it\\'s "b"'}`, `{"a": "it's \\"b\\""}`, true],
    ['typographic quotes', '{“a”: “b”}', '{"a": "b"}', true],
    ['names without quotes', '{a: 1, $b_c: 2}', '{"a": 1, "$b_c": 2}', true],
    ["Python's words", '{"a": True, "b": None}', '{"a": true, "b": null}', true],
    ['comments', '{\n  // one\n  "a": 1, /* two */\n  "b": 2 # three\n}', '{\n  "a": 1,\n  "b": 2\n}', true],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', '{\n  "a": 1,\n  "b": 2\n}', false],
    ['a doubled comma', '[1,, 2]', '[1, 2]', true],
    ['a bracket left open', '{ "a": [1, 2', '{ "a": [1, 2]}', false],
    ['a byte order mark', '\uFEFF{ "a": 1 }', '{ "a": 1 }', true],
    ['variables stay', '{ "a": {{id}}, "b": "{{c}}", }', '{ "a": {{id}}, "b": "{{c}}" }', true],
    ['a word without quotes', '{ "a": yes }', '{ "a": "yes" }', false],
    ['a URL in a string is no comment', '{ "a": "https://x", }', '{ "a": "https://x" }', true],
  ];
  for (const [title, before, after, certain] of repaired) {
    it(title, () => {
      const found = repairJson(before);
      assert.ok(found);
      assert.equal(applyJsonEdits(before, found.edits), after);
      assert.equal(found.certain, certain);
    });
  }

  const left: [title: string, text: string][] = [
    ['what is JSON already', '{ "a": [1, {{b}}] }'],
    ['prose', 'hello, world'],
    ['a string that is not closed', '{ "a": "b }'],
    ['brackets that cross', '{ "a": [1 } ]'],
    ['nothing', ''],
  ];
  for (const [title, text] of left) it(`leaves ${title}`, () => assert.equal(repairJson(text), undefined));

  it('takes hostile text in linear time', () => {
    for (const text of [
      '{'.repeat(100_000),
      '"'.repeat(100_001),
      `${'/*'.repeat(50_000)}`,
      `{${'a,'.repeat(50_000)}`,
      '{{'.repeat(50_000),
    ]) {
      const start = performance.now();
      repairJson(text);
      assert.ok(performance.now() - start < 2000, text.slice(0, 5));
    }
  });
});

import assert from 'node:assert/strict';
import { indentJson } from '../../../src/vscode/panel/view/indent-json';

describe('laying out JSON', () => {
  const cases: [what: string, source: string, expected: string][] = [
    [
      'nests by two spaces',
      '{"a":[1,{"b":null}]}',
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ]\n}',
    ],
    ['keeps empty ones short', '{"a":{},"b":[]}', '{\n  "a": {},\n  "b": []\n}'],
    [
      'keeps every digit',
      '{"id":12345678901234567890,"x":1.0}',
      '{\n  "id": 12345678901234567890,\n  "x": 1.0\n}',
    ],
    ['keeps doubled keys', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['leaves strings alone', '["{,}:\\" [",  "é\\u00e9"]', '[\n  "{,}:\\" [",\n  "é\\u00e9"\n]'],
    ['replaces spaces that were there', '[\r\n\t1 , 2 ]', '[\n  1,\n  2\n]'],
    ['goes on where the text breaks off', '{"a":[1,"unfini', '{\n  "a": [\n    1,\n    "unfini'],
  ];
  for (const [what, source, expected] of cases) {
    it(what, () => assert.deepEqual(indentJson(source, 1000), { text: expected, complete: true }));
  }

  it('stops at the limit', () => {
    assert.deepEqual(indentJson('[10,20,30]', 7), { text: '[\n  10,', complete: false });
  });

  it('never ends in half a character', () => {
    assert.deepEqual(indentJson('["😀😀"]', 7), { text: '[\n  "😀', complete: false });
  });

  it('takes a short time for ten megabytes, and for a text of nothing but brackets', () => {
    const long = `[${'{"name":"value","list":[1,2,3]},'.repeat(330_000)}1]`;
    assert.equal(indentJson(long, 200_000).text.length, 200_000);
    assert.equal(indentJson('['.repeat(5_000_000), 200_000).text.length, 200_000);
  });
});

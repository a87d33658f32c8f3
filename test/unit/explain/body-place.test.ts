import assert from 'node:assert/strict';
import { bodyPlaceOf, hasMember } from '../../../src/core/explain/body-place';

/** `⟦…⟧` marks the value. */
const placed = (marked: string) => {
  const offset = marked.indexOf('⟦');
  const text = marked.replace(/[⟦⟧]/g, '');
  return { text, place: bodyPlaceOf(text, offset) };
};

describe('the place of a value in a body', () => {
  const cases: [name: string, text: string, path: string | undefined][] = [
    ['JSON', '{"error":{"code":"⟦X⟧"}}', 'error.code'],
    [
      'JSON over several lines',
      '{\n  "error": {\n    "message": "m",\n    "code": "⟦X⟧"\n  }\n}',
      'error.code',
    ],
    ['members before it', '{"meta":{"a":[1,{"b":2}]},"code":"⟦X⟧"}', 'code'],
    ['a list', '{"errors":[{"field":"a"},{"code":"⟦X⟧"}]}', 'errors[].code'],
    ['a list of details', '{"error":{"details":[ {"message":"⟦X⟧"} ]}}', 'error.details[].message'],
    ['a list at the top', '[{"code":"⟦X⟧"}]', 'code'],
    ['a log line', 'ERROR 422 body={"error":{"code":"⟦X⟧"}} after 3 ms', 'error.code'],
    ['JSON in a string', String.raw`"{\"error\":{\"code\":\"⟦X⟧\"}}"`, 'error.code'],
    ['JSON in a member', String.raw`{"body":"{\"error\":{\"code\":\"⟦X⟧\"}}"}`, 'body.error.code'],
    ['a dict of Python', "{'success': False, 'error': {'code': '⟦X⟧'}}", 'error.code'],
    ['a hash of Ruby', '{"error"=>{"code"=>"⟦X⟧"}}', 'error.code'],
    ['an object literal', "res.status(404).json({ error: { code: '⟦X⟧' } })", 'error.code'],
    ['a second argument', "json(404, { code: '⟦X⟧' })", 'code'],
    ['a body that lost its beginning', 'de":1},"error":{"code":"⟦X⟧', 'error.code'],
    ['a body that lost its end', '{"error":{"code":"⟦X⟧', 'error.code'],
    ['a named object in a log', 'error: {"code":"⟦X⟧"}', 'error.code'],
    ['a list of words', 'codes: ["A", "⟦X⟧"]', undefined],
    ['a field of a log', 'level=error code: "⟦X⟧"', undefined],
    ['a word of a sentence', 'the answer was ⟦X⟧ again', undefined],
    ['a case of a switch', "switch (error.code) { case '⟦X⟧': break; }", undefined],
    ['an assignment', "function f() { const code = '⟦X⟧'; }", undefined],
  ];
  for (const [name, text, path] of cases)
    it(`is ${path ?? 'none'} in ${name}`, () => assert.equal(placed(text).place?.path.join('.'), path));

  it('is none where the object begins too far before', () => {
    assert.equal(placed(`{"error":{${'"a":1,'.repeat(1000)}"code":"⟦X⟧"}}`).place, undefined);
  });

  it('tells where each object begins', () => {
    const { text, place } = placed('x {"error": {"code": "⟦X⟧"}}');
    assert.deepEqual(place?.objects, [text.indexOf('{'), text.indexOf('{"code')]);
  });
});

describe('a member of a body', () => {
  const cases: [text: string, value: unknown, expected: boolean][] = [
    ['{"success":false}', false, true],
    ['{ "success" : false }', false, true],
    ["{'success': False}", false, true],
    [String.raw`{\"success\":false}`, false, true],
    ['{ success: false }', false, true],
    ['{"success":true}', false, false],
    ['{"success":falsely}', false, false],
    ['{"unsuccess":false}', false, false],
    ['{"a":1} {"success":false}', false, false],
    ['{"a":{"success":false}}', false, true],
  ];
  for (const [text, value, expected] of cases)
    it(`${expected ? 'is' : 'is not'} in ${text}`, () =>
      assert.equal(hasMember(text, 0, 'success', value), expected));
});

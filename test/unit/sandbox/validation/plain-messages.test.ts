import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { violationsOf } from '../../../../src/sandbox/validation/plain-messages';
import { rulesPresent, type Rule } from '../../../../src/sandbox/validation/rules';

describe('violationsOf', () => {
  const cases: readonly (readonly [given: unknown, rule: Rule, messages?: readonly string[]])[] = [
    [undefined, { type: 'string' }],
    [undefined, { type: 'string', required: true }, ['a is required']],
    ['', { type: 'string', required: true }, ['a is required']],
    [null, { type: 'string', required: true, label: 'Name' }, ['Name is required']],
    [7, { type: 'string' }, ['a must be a string']],
    [7.5, { type: 'integer' }, ['a must be an integer']],
    [NaN, { type: 'number' }, ['a must be a number']],
    ['yes', { type: 'boolean' }, ['a must be a boolean']],
    [[], { type: 'object' }, ['a must be an object']],
    ['x', { type: 'string', minLength: 2 }, ['a must be at least 2 characters']],
    ['xyz', { type: 'string', maxLength: 2 }, ['a must be at most 2 characters']],
    ['a@b', { type: 'string', format: 'email' }, ['a must be a valid email address']],
    ['a@b.example', { type: 'string', format: 'email' }],
    ['soon', { type: 'string', format: 'date' }, ['a must be an ISO 8601 date']],
    ['c', { type: 'string', oneOf: ['a', 'b'] }, ['a must be one of: a, b']],
    [1, { type: 'integer', min: 2 }, ['a must be at least 2']],
    [3, { type: 'integer', max: 2 }, ['a must be at most 2']],
    [[], { type: 'array', minLength: 1 }, ['a must not be empty']],
    [
      'x',
      { type: 'string', minLength: 2, format: 'email' },
      ['a must be at least 2 characters', 'a must be a valid email address'],
    ],
  ];
  for (const [given, rule, messages] of cases) {
    it(`${JSON.stringify(given)} as ${JSON.stringify(rule)}: ${messages?.join(', ') ?? 'fine'}`, () => {
      assert.deepEqual(violationsOf({ a: given }, { a: rule }), messages ? { a: messages } : {});
    });
  }

  it('names the places inside of lists', () => {
    const rows: Rule = { type: 'array', each: { id: { type: 'integer', required: true } } };
    assert.deepEqual(violationsOf({ rows: [{ id: 1 }, {}, 'x'] }, { rows }), {
      'rows[1].id': ['rows[1].id is required'],
      'rows[2]': ['rows[2] must be an object'],
    });
  });

  it('asks of a change only what it has', () => {
    const rules = { a: { type: 'string', required: true }, b: { type: 'string' } } as const;
    assert.deepEqual(violationsOf({ b: 1 }, rulesPresent({ b: 1 }, rules)), { b: ['b must be a string'] });
  });
});

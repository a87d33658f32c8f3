import assert from 'node:assert/strict';
import { sentenceFields } from '../../../src/core/exchange/readings/words/sentence-fields';

const named: readonly (readonly [sentence: string, ...fields: string[]])[] = [
  ['json: cannot unmarshal string into Go struct field Order.lines.quantity of type int', 'lines.quantity'],
  [
    "Key: 'order.Email' Error:Field validation for 'Email' failed on the 'required' tag\nKey: 'order.Quantity' Error:Field validation for 'Quantity' failed on the 'lte' tag",
    'Email',
    'Quantity',
  ],
  ['Json deserialize error: missing field `quantity` at line 1 column 13', 'quantity'],
  [
    'Failed to deserialize the JSON body into the target type: quantity: invalid type: string "2"',
    'quantity',
  ],
  ['"quantity" must be a number', 'quantity'],
  ["'email' is a required property", 'email'],
  ["must have required property 'title'", 'title'],
  ['order.quantity: must be greater than 0', 'order.quantity'],
  ["Required request parameter 'customer' for method parameter type String is not present", 'customer'],
  ['Query parameter "limit" must be at most 100', 'limit'],
  ['The "limit" parameter is required.', 'limit'],
  ['Missing required parameter: limit', 'limit'],
  ['The email field is required.', 'email'],
  ['name must not be empty', 'name'],
  ["No such key 'email' at path ''.", 'email'],
  ['O campo email é obrigatório.', 'email'],
];

const unnamed: readonly string[] = [
  'Authentication is required',
  'Invalid request parameters: cloud storage is not configured',
  'The request body is invalid',
  'Token is missing',
  'Unexpected token } in JSON at position 28',
  "invalid character '}' looking for beginning of object key string",
  'Expecting property name enclosed in double quotes: line 4 column 1 (char 44)',
  'Invalid request payload JSON format',
  'This is not allowed here',
  'Something is wrong: please try again',
  'It must be Monday',
];

describe('sentenceFields', () => {
  for (const [sentence, ...fields] of named) {
    it(`names ${fields.join(', ')} in ${sentence}`, () => {
      assert.deepEqual(
        sentenceFields(sentence).map(({ field }) => field),
        fields,
      );
    });
  }
  for (const sentence of unnamed) {
    it(`names none in ${sentence}`, () => assert.deepEqual(sentenceFields(sentence), []));
  }
});

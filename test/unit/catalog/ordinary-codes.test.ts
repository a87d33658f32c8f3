import assert from 'node:assert/strict';
import { indexKnowledge } from '../../../src/core/diagnose/index-knowledge';
import { shippedIndex } from '../../servers/shipped-knowledge';

describe('A code that every kind of API sends', () => {
  for (const code of ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT']) {
    it(`${code} is no standard's: its status explains it`, () => {
      assert.deepEqual(indexKnowledge(shippedIndex()).byCode(undefined, code), []);
    });
  }
});

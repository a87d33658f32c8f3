import assert from 'node:assert/strict';
import type { When } from '../../../src/core/catalog/when';
import { evaluate } from '../../../src/core/diagnose/evaluate';
import type { Truth } from '../../../src/core/exchange/fact';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { answered, received } from '../exchange/samples';

/** `status` 404 holds, 500 fails; without an API `path.unknown` is unknown. */
const reading = readExchange(answered({ status: 404 }), undefined, received);
const T: When = { status: 404 };
const F: When = { status: 500 };
const U: When = 'path.unknown';

const table: readonly (readonly [when: When, truth: Truth])[] = [
  [T, true], [F, false], [U, 'unknown'],
  [{ all: [T, T] }, true], [{ all: [T, F] }, false], [{ all: [U, F] }, false], [{ all: [T, U] }, 'unknown'], [{ all: [] }, true],
  [{ any: [F, T] }, true], [{ any: [U, T] }, true], [{ any: [F, F] }, false], [{ any: [F, U] }, 'unknown'], [{ any: [] }, false],
  [{ not: T }, false], [{ not: F }, true], [{ not: U }, 'unknown'], [{ not: { all: [T, F] } }, true],
  [{ suggests: T }, 'unknown'], [{ suggests: F }, false], [{ suggests: U }, 'unknown'],
  [{ unless: T }, false], [{ unless: F }, 'unknown'], [{ unless: U }, 'unknown'], [{ all: [{ unless: F }, F] }, false],
  [{ likelier: T }, 'unknown'], [{ likelier: F }, 'unknown'], [{ any: [F, { likelier: F }] }, 'unknown'],
  ['no.such.fact', 'unknown'], [{ status: 'x' }, 'unknown'],
]; // prettier-ignore

describe('a condition', () => {
  for (const [when, truth] of table) {
    it(`${JSON.stringify(when)} is ${truth}`, () => assert.equal(evaluate(when, reading).truth, truth));
  }

  it('gives the findings that decided it, and no others', () => {
    const facts = (when: When) =>
      evaluate(when, reading).findings.map(({ fact, holds }) => `${fact} ${holds}`);
    assert.deepEqual(facts({ any: [F, T, U] }), ['status true']);
    assert.deepEqual(facts({ all: [T, F, U] }), ['status false']);
    assert.deepEqual(facts({ all: [T, U] }), ['status true', 'path.unknown unknown']);
    assert.deepEqual(facts({ any: [F, U] }), ['path.unknown unknown']);
  });

  it('tells a suggestion from not knowing', () => {
    assert.equal(evaluate({ suggests: T }, reading).suggested, true);
    assert.equal(evaluate({ suggests: U }, reading).suggested, false);
    assert.notEqual(evaluate({ unless: F }, reading).suggested, true);
    assert.equal(evaluate({ likelier: T }, reading).suggested, true);
    assert.notEqual(evaluate({ likelier: F }, reading).suggested, true);
    assert.equal(evaluate({ any: [F, { suggests: T }] }, reading).suggested, true);
  });
});

import assert from 'node:assert/strict';
import { evidenceIn } from '../../../src/core/explain/api-evidence';
import { indexOf, problem } from '../small-index';

const limited = problem('limited', { codes: ['RATE_LIMIT_EXCEEDED'] });
const acme = { id: 'acme', name: 'Acme', problems: [limited] };
const other = { id: 'other', name: 'Other', problems: [limited] };
const standard = { id: 'limits', name: 'Limits', standard: true, problems: [limited] };
const text = '{"code":"RATE_LIMIT_EXCEEDED"}';

describe('a code speaks for an API', () => {
  it('that alone knows it, even if a standard knows it, too', () => {
    const evidence = evidenceIn(text, indexOf(standard, acme));
    assert.deepEqual([...evidence.keys()], [1]);
  });

  it('not if another API knows it', () => {
    assert.equal(evidenceIn(text, indexOf(standard, acme, other)).size, 0);
  });

  it('never for a standard', () => {
    assert.equal(evidenceIn(text, indexOf(standard)).size, 0);
  });
});

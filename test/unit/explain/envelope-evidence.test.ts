import assert from 'node:assert/strict';
import { envelopeEvidence } from '../../../src/core/explain/envelope-evidence';
import { indexOf } from '../small-index';

const nested = { code: 'error.code', message: 'error.message', details: 'error.details' };
const index = indexOf(
  { id: 'nested', name: 'Nested', envelope: nested },
  { id: 'marked', name: 'Marked', envelope: { ...nested, where: { success: false } } },
  { id: 'listed', name: 'Listed', envelope: { code: 'errors[].code', message: 'errors[].message' } },
  { id: 'flat', name: 'Flat', envelope: { code: 'code' } },
  { id: 'silent', name: 'Silent' },
);

/** The API that a body speaks for most, and those that it speaks against. */
function spokenFor(marked: string): { best: string | undefined; against: string[] } {
  const weights = envelopeEvidence(marked.replace(/[⟦⟧]/g, ''), marked.indexOf('⟦'), index);
  const name = (api: number) => index.apis[api]?.id ?? '';
  const [best] = [...weights].sort((a, b) => b[1] - a[1]);
  return {
    best: best && name(best[0]),
    against: [...weights].filter(([, weight]) => weight < 0).map(([api]) => name(api)),
  };
}

describe('the envelope around a code speaks', () => {
  const cases: [text: string, best: string | undefined, against: string[]][] = [
    ['{"error":{"code":"⟦X⟧","message":"m"}}', 'nested', ['marked']],
    ['{"success":false,"error":{"code":"⟦X⟧"}}', 'marked', []],
    ['{"error":{"code":"⟦X⟧"},"success":false}', 'marked', []],
    ['{"success":true,"error":{"code":"⟦X⟧"}}', 'nested', ['marked']],
    ["{'success': False, 'error': {'message': '⟦X⟧'}}", 'marked', []],
    ['{"success":false,"error":{"details":[{"field":"a","message":"⟦X⟧"}]}}', 'marked', []],
    ['{"response":{"success":false,"error":{"code":"⟦X⟧"}},"level":"error"}', 'marked', []],
    ['{"success":false,"response":{"error":{"code":"⟦X⟧"}}}', 'nested', ['marked']],
    ['{"errors":[{"code":"⟦X⟧"}]}', 'listed', []],
    ['{"code":"⟦X⟧"}', 'flat', []],
    ['{"fault":{"faultstring":"⟦X⟧"}}', undefined, []],
    ['the code is ⟦X⟧', undefined, []],
  ];
  for (const [text, best, against] of cases)
    it(`for ${best ?? 'none'} in ${text}`, () => assert.deepEqual(spokenFor(text), { best, against }));

  it('against none where the body lost the part that held the marker', () => {
    assert.deepEqual(spokenFor('"error":{"code":"⟦X⟧"}}').against, []);
  });
});

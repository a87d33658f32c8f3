import assert from 'node:assert/strict';
import type { Cause } from '../../../src/core/catalog/catalog';
import { likeness } from '../../../src/core/diagnose/likeness';

const cause = (id: string, en: string, pt: string): Cause => ({
  id,
  title: { en, 'pt-BR': pt },
  explanation: { en: '', 'pt-BR': '' },
  fix: { en: '', 'pt-BR': '' },
});
const offline = cause('host-offline', 'The host is offline', 'O host está fora do ar');
const gpu = cause('gpu-unavailable', 'No such GPU is free', 'Não há GPU livre');

describe('a cause is like what the answer says', () => {
  const cases: [cause: Cause, message: string, alike: boolean][] = [
    [offline, 'Cannot start instance: host is offline', true],
    [offline, 'O host está fora do ar', true],
    [offline, 'Insufficient balance', false],
    [gpu, 'GPU is not available', true],
    [gpu, 'Service temporarily unavailable', false],
    [gpu, '', false],
  ];
  for (const [each, message, alike] of cases) {
    it(`${each.id} ${alike ? 'by' : 'not by'} "${message}"`, () => {
      const words = { fieldErrors: [], codes: [], messages: [message] };
      assert.equal(likeness(each, words) > 0, alike);
    });
  }
});

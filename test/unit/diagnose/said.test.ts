import assert from 'node:assert/strict';
import type { Cause } from '../../../src/core/catalog/catalog';
import { sayingsOf } from '../../../src/core/diagnose/said';
import { readExchange } from '../../../src/core/exchange/read-exchange';
import { answered } from '../exchange/samples';

const text = { en: 'x', 'pt-BR': 'x' };
const cause = (...said: string[]): Cause => ({ id: 'x', title: text, explanation: text, fix: text, said });
const lengthIn = (body: object | undefined, ...said: string[]): number | undefined => {
  const exchange = answered({
    status: 403,
    reason: 'Forbidden',
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return sayingsOf(readExchange(exchange, undefined, exchange.startedAt))(cause(...said))?.length;
};

describe('an answer names a cause', () => {
  const locked = { message: 'Your Account  has been LOCKED.' };
  const table: [it: string, body: object | undefined, said: string[], length: number | undefined][] = [
    ['in its message, whatever the case and the white space', locked, ['account has been locked'], 23],
    ['by the beginning of a word', { message: 'Request was throttled' }, ['throttl'], 7],
    ['not in the middle of a word', { message: 'An explanation' }, ['planation'], undefined],
    ['by the longest of its words', locked, ['account', 'account has been locked', 'locked'], 23],
    [
      'by a code in words, which counts half',
      { code: 'ACCOUNT_LOCKED', message: 'No.' },
      ['account locked'],
      7,
    ],
    ['by a code in camel case', { code: 'accountLocked', message: 'No.' }, ['account locked'], 7],
    ['by words with others between them', locked, ['account … locked'], 16],
    [
      'not over the end of a sentence',
      { message: 'No account. It is locked.' },
      ['account … locked'],
      undefined,
    ],
    ['with and without hyphens', { message: 'Multi-factor code' }, ['multi factor'], 12],
    ['not by what it does not say', locked, ['suspended'], undefined],
    ['by its reason phrase where it says nothing else', undefined, ['forbidden'], 4.5],
  ];
  for (const [it_, body, said, length] of table) it(it_, () => assert.equal(lengthIn(body, ...said), length));
});

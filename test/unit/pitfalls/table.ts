import assert from 'node:assert/strict';
import type { PitfallId } from '../../../src/core/pitfalls/pitfall-catalog';
import { mended, parses, pitfallsOf } from './inspector';

/** A program that is wrong: what is reported, and the whole file after the fixes where they can be written. */
export interface Wrong {
  source: string;
  ids: PitfallId[];
  fixed?: string;
  /** Pitfalls that only the author can put right. */
  left?: PitfallId[];
}

export const noDelay = 'retry-without-delay';
export const unchecked = 'status-unchecked-in-retry';
export const asNumber = 'retry-after-as-number';
export const post = 'post-retried-without-key';
export const refresh = 'refresh-token-in-authorization';
export const tls = 'tls-verification-off';
export const secret = 'hard-coded-secret';

/** A key and a token that nobody has given out, put together here so that no scanner takes this file for a leak. */
export const key = ['ghp', 'x8Kq2LmN0pRsT4uVwX6yZaB9cD3eF5gH7iJk'].join('_');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const token = [
  part({ alg: 'HS256', typ: 'JWT' }),
  part({ sub: 'u-81', exp: 1900000000 }),
  'q7Zt1mB9xKc3Vn5Rj8Lw2Yp4Df6Hs0Ga',
].join('.');

/** Holds the programs of one language: what is reported, what the fixes write, and that it stays so with CRLF. */
export function holdsPitfalls(languageId: string, wrong: readonly Wrong[], right: readonly string[]): void {
  describe(`Pitfalls in ${languageId}`, () => {
    for (const { source, ids, fixed, left = [] } of wrong) {
      it(`reports ${ids.join(', ')}: ${titleOf(source)}`, async () => {
        const found = (await pitfallsOf(source, languageId)).map(({ id }) => id);
        assert.deepEqual(found.sort(), [...ids].sort());
        const text = await mended(source, languageId);
        if (fixed !== undefined) assert.equal(text, fixed);
        assert.ok(await parses(text, languageId), text);
        const after = (await pitfallsOf(text, languageId)).map(({ id }) => id);
        assert.deepEqual(after, left, text);
        const crlf = (value: string): string => value.replaceAll('\n', '\r\n');
        assert.equal(await mended(crlf(source), languageId), crlf(text));
      });
    }
    for (const source of right) {
      it(`reports nothing: ${titleOf(source)}`, async () => {
        const found = (await pitfallsOf(source, languageId)).map(({ id }) => id);
        assert.deepEqual(found, [], source);
      });
    }
  });
}

const titleOf = (source: string): string => {
  const text = source.replace(/\s+/g, ' ').trim();
  return text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-28)}` : text;
};

import type { Group } from '../../group';
import { recording } from '../recorded';
import { makeTokens } from './tokens';

function valuesOf(): Record<string, string> {
  const inAMinute = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000);
  return {
    ...makeTokens(),
    reset: `${inAMinute.getTime() / 1000}`,
    resetIso: inAMinute.toISOString(),
    resetDate: inAMinute.toUTCString(),
    dateAhead: new Date(Date.now() + 600_000).toUTCString(),
  };
}

/** Answers of public APIs, to tokens that tests make: a first round and, when that one was mended, a second. */
export const heldOutAnswers: readonly Group[] = ['answers', 'later'].map((round) => ({
  ...recording(`held-out-2/${round}`, valuesOf),
  labelsFacts: false,
}));

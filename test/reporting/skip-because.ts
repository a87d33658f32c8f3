import type { Context, Hook, Runnable, Suite, Test } from 'mocha';

/** Kept on mocha's own objects: in a bundle, the tests and the reporter each have their own copy of this module. */
const REASON = Symbol.for('api-troubleshooter.skip-reason');
type Explained = (Runnable | Suite) & { [REASON]?: string };

/** Skips this test — or from a `before` hook the whole suite — and has the summary say why. Call it as `skipBecause(this, '…')`. */
export function skipBecause(context: Context, reason: string): never {
  const runnable = (context.currentTest ?? context.test) as Hook | Test | undefined;
  const skipped: Explained | undefined = runnable?.type === 'hook' ? runnable.parent : runnable;
  if (skipped) skipped[REASON] = reason;
  return context.skip();
}

/** The reason that was given for a test or for a suite it is in. */
export function skipReason(test: Explained | undefined): string | undefined {
  return test && (test[REASON] ?? skipReason(test.parent));
}

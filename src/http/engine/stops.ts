import type { HttpRegion } from 'httpyac';
import { phrase } from '../../core/text/phrase';
import { Refusal } from './refusal';
import { currentRun } from './run-state';

/** Tells httpyac that a request got no answer; the reason is with the transmission. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}

/** Notes the first error that ended a region, by the step it happened in. */
export function reportError(error: unknown, region: HttpRegion, step?: string): void {
  const run = currentRun();
  if (!run || run.stop || run.declined !== undefined || error instanceof UnansweredError) return;
  run.stop = { region, refusal: error instanceof Refusal ? error : toRefusal(error, step) };
}

function toRefusal(error: unknown, step: string | undefined): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  // httpyac numbers the steps of a region that has several of a kind: `ref`, `ref#1`.
  return /^ref(#\d+)?$/.test(step ?? '')
    ? new Refusal('REFERENCED_REQUEST_FAILED', phrase('{0}', message), { cause: error })
    : new Refusal('SCRIPT_FAILED', phrase('A script failed: {0}', message), { cause: error });
}

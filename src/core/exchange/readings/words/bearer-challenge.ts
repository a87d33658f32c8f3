import type { Reading } from '../../reading';
import type { Said } from './said';

/** The `error` and `error_description` of a challenge (RFC 6750 §3). */
export function readBearerChallenge({ challenges }: Reading): Said | undefined {
  for (const { parameters } of challenges) {
    const { error, error_description: message } = parameters;
    if (error !== undefined || message !== undefined) return { code: error, message };
  }
  return undefined;
}

import { isObject } from '../validation/rules';
import type { Call } from './call';

/** Why a request has no usable JSON object as its body. */
export type BodyProblem = 'media-type' | 'too-large' | 'malformed' | 'not-an-object';

export type JsonReading =
  | { readonly kind: 'read'; readonly value: Readonly<Record<string, unknown>>; readonly text: string }
  | { readonly kind: BodyProblem };

/** The JSON object that `call` carries, or why it carries none. */
export async function readJson(call: Call): Promise<JsonReading> {
  const mediaType = call.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'application/json' && !mediaType.endsWith('+json')) return { kind: 'media-type' };
  const body = await call.body();
  if (body.kind === 'too-large') return { kind: 'too-large' };
  const value = parse(body.text);
  if (value === undefined) return { kind: 'malformed' };
  return isObject(value) ? { kind: 'read', value, text: body.text } : { kind: 'not-an-object' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

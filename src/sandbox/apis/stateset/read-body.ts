import type { Call } from '../../server/call';
import { isObject } from '../../validation/rules';
import { refuse, type Refusal } from './errors';

export interface JsonBody {
  /** As it was sent: what an idempotency key is compared by. */
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The JSON object that `call` carries. */
export async function readJsonBody(call: Call): Promise<JsonBody | Refusal> {
  const mediaType = call.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') return refuse('UNSUPPORTED_MEDIA_TYPE');
  const body = await call.body();
  if (body.kind === 'too-large') return refuse('PAYLOAD_TOO_LARGE', { details: { limit_bytes: body.limit } });
  const value = parse(body.text);
  if (value === undefined) {
    return refuse('VALIDATION_ERROR', { details: { body: ['Request body is not valid JSON'] } });
  }
  if (!isObject(value)) {
    return refuse('VALIDATION_ERROR', { details: { body: ['Request body must be a JSON object'] } });
  }
  return { text: body.text, value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

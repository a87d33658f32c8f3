import type { Reading } from '../../reading';
import { asText, isObject, own, ownText, type JsonObject } from '../json-path';
import type { Said } from './said';

/** The error objects of a JSON-RPC answer (JSON-RPC 2.0 §5.1), or of a batch of them (§6). */
export function rpcErrors(json: unknown): JsonObject[] {
  return (Array.isArray(json) ? (json as unknown[]).slice(0, 1000) : [json])
    .filter((answer) => own(answer, 'jsonrpc') !== undefined)
    .map((answer) => own(answer, 'error'))
    .filter(isObject);
}

export function readJsonRpc({ answerBody: { json } }: Reading): Said | undefined {
  const [error, ...others] = rpcErrors(json);
  if (!error) return undefined;
  return {
    code: asText(own(error, 'code')),
    message: ownText(error, 'message'),
    details: own(error, 'data'),
    messages: [ownText(error, 'data'), ...others.map((other) => ownText(other, 'message'))].filter(
      (message) => message !== undefined,
    ),
  };
}

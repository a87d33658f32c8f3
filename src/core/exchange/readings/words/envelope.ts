import type { Reading } from '../../reading';
import { asText, firstAt, valueAt } from '../json-path';
import { readNested } from './django';
import { fieldErrorsIn } from './field-errors';
import type { Said } from './said';

/** The envelope that the API's catalog describes. */
export function readEnvelope({ api, answerBody }: Reading): Said | undefined {
  const { json } = answerBody;
  const envelope = api?.envelope;
  if (!envelope || json === undefined) return undefined;
  if (Object.entries(envelope.where ?? {}).some(([path, value]) => valueAt(json, path) !== value))
    return undefined;
  const code = asText(firstAt(json, envelope.code));
  const message = asText(firstAt(json, envelope.message));
  const details = firstAt(json, envelope.details);
  if (code === undefined && message === undefined) return undefined;
  const nested = readNested(details);
  return {
    code,
    message,
    details,
    fieldErrors: fieldErrorsIn(details, message),
    codes: nested.codes,
    messages: nested.messages,
  };
}

import type { Reading } from '../../reading';
import { isObject, own, ownText } from '../json-path';
import { fieldErrorsIn } from './field-errors';
import type { Said } from './said';

/**
 * Django REST Framework: `{ "detail", "code", "messages": [{ "message" }] }`, or a map of fields; FastAPI: `detail` as
 * text, object, or list of `{ loc, msg, type }`.
 */
export function readDjango({ answer, answerBody: { json } }: Reading): Said | undefined {
  if (!isObject(json)) return undefined;
  const detail = own(json, 'detail');
  if (Array.isArray(detail)) {
    const fieldErrors = fieldErrorsIn(detail);
    const first = ownText(detail[0], 'msg', 'message');
    return first === undefined
      ? undefined
      : { code: ownText(detail[0], 'type'), message: first, details: detail, fieldErrors };
  }
  if (typeof detail === 'string' || isObject(detail)) {
    const inner = isObject(detail) ? detail : json;
    const nested = readNested(inner);
    const message = ownText(inner, 'detail', 'message', 'msg', 'error');
    const code = ownText(inner, 'code', 'error_code', 'errorCode');
    if (message === undefined && code === undefined) return undefined;
    return {
      code,
      message,
      codes: nested.codes,
      messages: nested.messages,
      fieldErrors: fieldErrorsIn(own(inner, 'errors')),
    };
  }
  const reserved = ['error', 'errors', 'message', 'status', 'code'].some((name) => Object.hasOwn(json, name));
  if (reserved || (answer?.status !== 400 && answer?.status !== 422)) return undefined;
  const fieldErrors = fieldErrorsIn(json).filter(({ messages }) => messages.length > 0);
  // Only a body that is nothing but such a map is one.
  if (
    fieldErrors.length === 0 ||
    !Object.values(json).every((value) => Array.isArray(value) || isObject(value))
  )
    return undefined;
  return { message: fieldErrors[0]?.messages[0], details: json, fieldErrors };
}

/** SimpleJWT says what is wrong with the token one level deeper, also inside the `details` of another envelope. */
export function readNested(value: unknown): Pick<Said, 'codes' | 'messages'> {
  const inner = own(value, 'messages');
  const entries: unknown[] = Array.isArray(inner) ? inner.slice(0, 20) : [];
  return {
    codes: [ownText(value, 'code')].filter((code) => code !== undefined),
    messages: [
      ownText(value, 'detail', 'message'),
      ...entries.map((entry) => (typeof entry === 'string' ? entry : ownText(entry, 'message'))),
    ].filter((message) => message !== undefined),
  };
}

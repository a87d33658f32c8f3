import type { Reading } from '../../reading';
import { asText, isObject, own, ownText, type JsonObject } from '../json-path';
import { readNested } from './django';
import { fieldErrorsIn } from './field-errors';
import type { Said } from './said';

/** Members under which an error object is found: most APIs, OData, Apigee's `fault`. */
const members = ['error', 'fault', 'Error', 'exception', 'err'] as const;

/** `{ "error": { "code", "message", "details" } }` in its many spellings, Google's and Stripe's among them. */
export function readErrorObject({ answerBody: { json } }: Reading): Said | undefined {
  const error = members.map((name) => own(json, name)).find(isObject);
  if (!error) return undefined;
  const message = ownText(
    error,
    'message',
    'detail',
    'description',
    'error_description',
    'msg',
    'title',
    'faultstring',
    'info',
    'Message',
    'reason',
  );
  const code = codeOf(error);
  const details = ['details', 'errors', 'issues', 'fields', 'detail']
    .map((name) => own(error, name))
    .find((value) => value !== undefined && value !== null);
  if (code === undefined && message === undefined && fieldErrorsIn(details).length === 0) return undefined;
  const nested = readNested(details);
  const param = ownText(error, 'param', 'field', 'target');
  const fieldErrors = fieldErrorsIn(details, message);
  return {
    code,
    message,
    details,
    fieldErrors:
      fieldErrors.length > 0 || param === undefined
        ? fieldErrors
        : [{ field: param, messages: message === undefined ? [] : [message] }],
    codes: [ownText(error, 'type'), ...(nested.codes ?? [])].filter((other) => other !== undefined),
    messages: [...(nested.messages ?? []), ...messagesOf(details)],
  };
}

/** What each of the details says, of which some name fields only in their sentence. */
const messagesOf = (details: unknown): string[] =>
  Array.isArray(details)
    ? details.slice(0, 20).flatMap((entry) => ownText(entry, 'message', 'msg', 'reason') ?? [])
    : [];

/** A numeric `code` is the status once more (Google, OData): the name beside it says more. */
function codeOf(error: JsonObject): string | undefined {
  const code = asText(error['code']);
  const name =
    ownText(error, 'status', 'errorCode', 'error_code', 'name', 'type') ??
    ownText(own(error, 'detail'), 'errorcode');
  const named = name !== undefined && /[A-Za-z]/.test(name) ? name : undefined;
  return code === undefined || /^[1-5]\d\d$/.test(code) ? (named ?? code) : code;
}

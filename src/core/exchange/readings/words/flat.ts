import type { Reading } from '../../reading';
import { isObject, own, ownText } from '../json-path';
import { fieldErrorsIn } from './field-errors';
import type { Said } from './said';

const codeNames = [
  'code',
  'errorCode',
  'error_code',
  'errcode',
  'error_type',
  'errorType',
  '__type',
  'Code',
  'reason_code',
];
const messageNames = [
  'message', 'error_message', 'errorMessage', 'errorSummary', 'error_description', 'msg', 'Message', 'errmsg', 'description', 'title', 'reason', 'detail',
]; // prettier-ignore

/** Spring, NestJS, Express, Slack, Okta, AWS JSON and the many others that put everything at the top. */
export function readFlat({ answer, answerBody: { json } }: Reading): Said | undefined {
  if (typeof json === 'string') return json.trim() === '' ? undefined : { message: json };
  if (!isObject(json)) return undefined;
  const error = own(json, 'error');
  const word = typeof error === 'string' && error.trim() !== '' ? error : undefined;
  const named = ownText(json, ...codeNames);
  // Where `code` merely repeats the status, a symbolic `error` or `status` is the code.
  const symbolic = [named, word, ownText(json, 'status')].find(
    (text) => text !== undefined && isSymbol(text),
  );
  const code =
    symbolic ??
    (named !== undefined && named !== String(answer?.status) && named !== '0' ? named : undefined);
  const texts = own(json, 'message');
  const list = Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
  const spoken = ownText(json, ...messageNames);
  const message = spoken ?? list[0] ?? (word !== undefined && word !== code ? word : undefined);
  if (code === undefined && message === undefined) return undefined;
  const details = [
    'details',
    'fields',
    'fieldErrors',
    'field_errors',
    'violations',
    'validationErrors',
    'validation_errors',
    'data',
    'errorCauses',
  ];
  const found = details.map((name) => own(json, name)).find((value) => fieldErrorsIn(value).length > 0);
  return {
    code: code?.replace(/^.*#/, ''),
    message,
    messages: [...list, ...(word !== undefined && /\s/.test(word) ? [word] : [])],
    details: own(json, 'details') ?? found,
    fieldErrors: found === undefined ? nestMessages(list) : fieldErrorsIn(found),
  };
}

/** `TOKEN_EXPIRED`, `not_found`, `invalidToken`; not `Bad Request` and not a word like `error` or `fail`. */
const isSymbol = (text: string): boolean =>
  /^[A-Za-z][\w.:#-]*$/.test(text) &&
  !/^(?:error|errors|fail|failed|failure|unsuccessful|true|false)$/i.test(text) &&
  /[_.:-]|[a-z][A-Z]|^[A-Z]{3,}$|^[a-z]{4,}$/.test(text);

/** NestJS's class-validator texts start with the property: `email must be an email`. */
function nestMessages(messages: readonly string[]) {
  return messages.flatMap((message) => {
    const field = /^([a-z][\w.]*) (?:must|should|is|has|cannot|property)\b/.exec(message)?.[1];
    return field === undefined || field === 'property' ? [] : [{ field, messages: [message] }];
  });
}

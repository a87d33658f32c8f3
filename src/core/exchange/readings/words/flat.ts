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
  'errno',
  'resultCode',
  'retcode',
];
const messageNames = [
  'message', 'error_message', 'errorMessage', 'errorSummary', 'error_description', 'msg', 'Message', 'errmsg', 'description', 'title', 'reason', 'detail', 'resultMessage', 'mensagem', 'mensaje',
  'error_summary', 'errorDescription', 'error_title', 'error-text', 'ErrorMessage', 'err', 'faultstring', 'fault', 'userMessage', 'descricao', 'causa',
]; // prettier-ignore

/** Spring, NestJS, Express, Slack, Okta, AWS JSON and the many others that put everything at the top. */
export function readFlat({ answer, answerBody: { json } }: Reading): Said | undefined {
  if (typeof json === 'string') return json.trim() === '' ? undefined : { message: json };
  if (!isObject(json)) return undefined;
  const error = own(json, 'error') ?? own(json, 'erro');
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
    'ModelState',
    'modelState',
  ];
  const found = details.map((name) => own(json, name)).find((value) => fieldErrorsIn(value).length > 0);
  return {
    code: code?.replace(/^.*#/, ''),
    message,
    // Rails names the exception below a message that only repeats the status.
    messages: [
      ...list,
      ...[word, ownText(json, 'exception')].filter((text) => text !== undefined && /\s/.test(text)),
    ] as string[],
    details: own(json, 'details') ?? found,
    fieldErrors:
      found !== undefined
        ? fieldErrorsIn(found)
        : list.length > 0
          ? nestMessages(list)
          : schemaMessages(message ?? ''),
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

/** Ajv's texts, which Fastify joins by commas: `body must have required property 'sku', body/lines/0/price must be number`. */
function schemaMessages(message: string) {
  return message
    .slice(0, 2000)
    .split(/, (?=(?:body|params|querystring|headers|data)\b)/)
    .flatMap((part) => {
      const [, place, path = '', said = ''] =
        /^(body|params|querystring|headers|data)((?:\/[\w$.-]+)*) (must .+)$/.exec(part) ?? [];
      if (place === undefined) return [];
      const missing = /required property '([^']+)'/.exec(said)?.[1];
      const field = [...path.split('/').filter(Boolean), ...(missing === undefined ? [] : [missing])].join(
        '.',
      );
      return field === '' ? [] : [{ field, messages: [said] }];
    });
}

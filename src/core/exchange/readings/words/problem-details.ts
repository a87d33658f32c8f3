import type { Reading } from '../../reading';
import { isObject, own, ownText } from '../json-path';
import { fieldErrorsIn } from './field-errors';
import type { Said } from './said';

/** Problem details (RFC 9457 §3), with the extensions `code` and `errors` that most APIs add. */
export function readProblemDetails({ answerBody: { json, mediaType } }: Reading): Said | undefined {
  if (!isObject(json)) return undefined;
  const type = ownText(json, 'type');
  const title = ownText(json, 'title');
  const detail = ownText(json, 'detail');
  const declared = mediaType === 'application/problem+json';
  // ASP.NET sends them as application/json, with `type`, `title` and `status`.
  if (!declared && !(title !== undefined && (type !== undefined || typeof json['status'] === 'number')))
    return undefined;
  if (title === undefined && detail === undefined && type === undefined) return undefined;
  const extension = ownText(json, 'code', 'errorCode', 'error_code', 'error');
  return {
    code: extension ?? typeName(type),
    message: detail ?? title,
    messages: detail !== undefined && title !== undefined ? [title] : [],
    details: own(json, 'errors'),
    fieldErrors: [
      'errors',
      'invalid-params',
      'invalid_params',
      'invalidParams',
      'violations',
      'violacoes',
    ].flatMap((name) => fieldErrorsIn(own(json, name))),
  };
}

/** `https://example.com/probs/out-of-credit` → `out-of-credit`; the RFC sections that ASP.NET names are no codes. */
function typeName(type: string | undefined): string | undefined {
  if (type === undefined || type === 'about:blank' || /rfc\d{4}|ietf\.org|httpstatuses/i.test(type))
    return undefined;
  const name = type
    .replace(/[?].*$/, '')
    .split(/[/#:]/)
    .filter(Boolean)
    .at(-1);
  return name !== undefined && /^[A-Za-z][\w.-]*$/.test(name) ? name : undefined;
}

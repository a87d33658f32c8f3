import type { Reading } from '../../reading';
import { isObject, own, ownText } from '../json-path';
import { fieldErrorsIn } from './field-errors';
import type { Said } from './said';

const limit = 50;

/** What else lists of errors are called. */
const lists = [
  'erros',
  'error_messages',
  'errorMessages',
  'error_list',
  'mensagens',
  'msgs',
  'violacoes',
  'violations',
] as const;

/** A body that is, or whose `errors` is, a list: GraphQL, JSON:API (§ Error Objects), Rails, and many of their own. */
export function readErrorList({ answerBody: { json } }: Reading): Said | undefined {
  // FHIR's OperationOutcome lists issues.
  const member =
    own(json, own(json, 'resourceType') === 'OperationOutcome' ? 'issue' : 'errors') ??
    lists.map((name) => own(json, name)).find((value) => value !== undefined) ??
    // HAL, as Micronaut answers.
    own(own(json, '_embedded'), 'errors');
  const errors: unknown = Array.isArray(json) ? json : member;
  if (typeof errors === 'string' && errors.trim() !== '') return { message: errors };
  if (!Array.isArray(errors)) return isObject(member) ? readErrorMap(json, member) : undefined;
  const entries = (errors as unknown[]).slice(0, limit);
  const codes = entries.map(
    (entry) =>
      ownText(own(entry, 'extensions'), 'code', 'classification') ??
      ownText(entry, 'code', 'errorCode', 'error_code', 'type', 'reason'),
  );
  const messages = entries.map((entry) =>
    typeof entry === 'string'
      ? entry
      : ownText(
          entry,
          'message',
          'detail',
          'title',
          'error',
          'description',
          'msg',
          'defaultMessage',
          'diagnostics',
        ),
  );
  const outer = ownText(json, 'message', 'error', 'mensagem');
  // Cloudflare says below an error what led to it.
  const chained = entries.flatMap((entry) => {
    const chain = own(entry, 'error_chain');
    return Array.isArray(chain) ? chain.slice(0, 10).map((link) => ownText(link, 'message')) : [];
  });
  const all = [outer, ...messages, ...chained].filter((message) => message !== undefined);
  if (all.length === 0 && codes.every((code) => code === undefined)) return undefined;
  const outerCode = ownText(json, 'code', 'errorCode', 'error_code');
  return {
    code: outerCode ?? codes[0],
    message: all[0],
    codes: codes.filter((code) => code !== undefined),
    messages: all,
    details: errors,
    // The `path` of a GraphQL error is a place in the query's result, no field of the request.
    fieldErrors: isGraphql(json) ? [] : fieldErrorsIn(errors),
  };
}

/** Whether a body is GraphQL's (§7.1 of its specification): errors with their place, or beside data. */
export function isGraphql(json: unknown): boolean {
  const errors = own(json, 'errors');
  if (!Array.isArray(errors)) return false;
  return (
    own(json, 'data') !== undefined ||
    errors
      .slice(0, limit)
      .some((entry) => (own(entry, 'extensions') ?? own(entry, 'locations')) !== undefined)
  );
}

/** Laravel and Rails: `{ "message": …, "errors": { "email": ["…"] } }`. */
function readErrorMap(json: unknown, errors: unknown): Said | undefined {
  const fieldErrors = fieldErrorsIn(errors);
  const message = ownText(json, 'message', 'error', 'title');
  if (fieldErrors.length === 0 && message === undefined) return undefined;
  return { code: ownText(json, 'code', 'errorCode', 'error_code'), message, details: errors, fieldErrors };
}

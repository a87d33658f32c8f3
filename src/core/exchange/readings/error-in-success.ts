import type { Reading } from '../reading';
import { isObject, own, valueAt, type JsonObject } from './json-path';

/** An error reported with a good status; `sign` is the part of the body that says so. */
export interface ErrorInSuccess {
  readonly truth: boolean | 'unknown';
  readonly sign?: string;
}

const none: ErrorInSuccess = { truth: false };

export function readErrorInSuccess({ answer, answerBody, api, path }: Reading): ErrorInSuccess {
  if (!answer) return { truth: 'unknown' };
  if (answer.status < 200 || answer.status > 299) return none;
  const { json, kind } = answerBody;
  if (kind === 'large') return { truth: 'unknown' };
  if (!isObject(json)) return none;
  for (const name of ['success', 'ok', 'succeeded']) {
    if (own(json, name) === false) return { truth: true, sign: `"${name}": false` };
  }
  const where = Object.entries(api?.envelope?.where ?? {});
  const only = where[0];
  if (only && where.every(([at, value]) => valueAt(json, at) === value)) {
    return { truth: true, sign: `"${only[0]}": ${JSON.stringify(only[1])}` };
  }
  if (own(json, 'success') === true || own(json, 'ok') === true) return none;
  return errorsMember(json, path.path) ?? errorMember(json) ?? none;
}

/** GraphQL (§7.1 of its specification) and its imitators; a list of errors may also be what was asked for. */
function errorsMember(json: JsonObject, path: string): ErrorInSuccess | undefined {
  const errors = own(json, 'errors');
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  const first: unknown = errors[0];
  const graphql = isObject(first) && typeof first['message'] === 'string';
  const asked = /errors?(?:\/|$)/i.test(path);
  if (graphql && (Object.hasOwn(json, 'data') || 'locations' in first || 'extensions' in first)) {
    return { truth: true, sign: '"errors": […]' };
  }
  return { truth: asked || !graphql ? 'unknown' : true, sign: '"errors": […]' };
}

/** A resource may have a field `error` of its own (a failed job); an error answer is little else than its error. */
function errorMember(json: JsonObject): ErrorInSuccess | undefined {
  const error = own(json, 'error');
  const filled =
    (typeof error === 'string' && error.trim() !== '') || (isObject(error) && Object.keys(error).length > 0);
  if (!filled) return undefined;
  const isResource = Object.keys(json).some((name) =>
    /^_?id$|_id$|^(?:data|items|results|created|created_at)$/i.test(name),
  );
  return { truth: isResource ? 'unknown' : true, sign: '"error": …' };
}

import type { Reading } from '../reading';
import { asText, isObject, own, ownText, valueAt, type JsonObject } from './json-path';
import { rpcErrors } from './words/json-rpc';

/** An error reported with a good status; `sign` is the part of the body that says so. */
export interface ErrorInSuccess {
  readonly truth: boolean | 'unknown';
  readonly sign?: string;
}

const none: ErrorInSuccess = { truth: false };

/** Whether an answer with a status of success reports an error in its body, and by which sign. */
export function readErrorInSuccess({ answer, answerBody, api, path }: Reading): ErrorInSuccess {
  if (!answer) return { truth: 'unknown' };
  if (answer.status < 200 || answer.status > 299) return none;
  const { json, kind } = answerBody;
  if (kind === 'large') return { truth: 'unknown' };
  const [rpcError] = rpcErrors(json);
  if (rpcError) return { truth: true, sign: `"error": { "code": ${asText(own(rpcError, 'code')) ?? '…'} }` };
  if (kind === 'xml') return xmlError(answerBody.text) ?? none;
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
  // ViaCEP and others in Portuguese, where nothing else stands beside it.
  if (/^true$/i.test(asText(own(json, 'erro')) ?? '') || own(json, 'erro') === true)
    return { truth: isResource(json) ? 'unknown' : true, sign: '"erro": true' };
  return (
    wrappedError(json) ??
    messageMember(json) ??
    errorsMember(json, path.path) ??
    errorMember(json) ??
    statusMember(json) ??
    codeMember(json) ??
    none
  );
}

/** A SOAP fault (SOAP 1.1 §4.4, 1.2 §5.4), or a document that is an error and nothing else. */
function xmlError(text: string): ErrorInSuccess | undefined {
  const head = text.slice(0, 5000).replace(/<\?[^>]*>|<!--[^]*?-->/g, '');
  const root = /^\s*<(?:\w+:)?(\w+)/.exec(head)?.[1] ?? '';
  const isFault = root === 'Envelope' && /<(?:\w+:)?Fault[\s>]/.test(head);
  if (isFault) return { truth: true, sign: '<Fault>' };
  return /^(?:error|errors|errorresponse|exception|fault)$/i.test(root)
    ? { truth: true, sign: `<${root}>` }
    : undefined;
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
    (typeof error === 'string' && error.trim() !== '') ||
    (isObject(error) && Object.keys(error).length > 0) ||
    (Array.isArray(error) && error.length > 0 && error.every((each) => typeof each === 'string'));
  return filled ? { truth: isResource(json) ? 'unknown' : true, sign: '"error": …' } : undefined;
}

/** `{ "Response": { "Error": { "Code", "Message" } } }`: one member around it all. */
function wrappedError(json: JsonObject): ErrorInSuccess | undefined {
  const [[name, inner] = ['', undefined], ...others] = Object.entries(json);
  const error = own(inner, 'Error') ?? own(inner, 'error');
  const isTold = isObject(error) && ownText(error, 'Code', 'code', 'Message', 'message') !== undefined;
  return others.length === 0 && isTold ? { truth: true, sign: `"${name}": { "error": … }` } : undefined;
}

/** A message that is called an error's. */
function messageMember(json: JsonObject): ErrorInSuccess | undefined {
  const name = ['error_message', 'errorMessage', 'error_msg', 'errmsg'].find(
    (each) => ownText(json, each) !== undefined && !/^(?:ok|success|none)$/i.test(ownText(json, each) ?? ''),
  );
  return name === undefined
    ? undefined
    : { truth: isResource(json) ? 'unknown' : true, sign: `"${name}": …` };
}

const isResource = (json: JsonObject): boolean =>
  Object.entries(json).some(
    ([name, value]) =>
      value !== null &&
      !(Array.isArray(value) && value.length === 0) &&
      /^_?id$|_id$|^(?:data|items|results|created|created_at)$/i.test(name),
  );

const saysMore = [
  'message', 'msg', 'detail', 'details', 'reason', 'description', 'error_message', 'errorMessage', 'errmsg', 'resultMessage',
  'error_description', 'error_code', 'errorCode',
]; // prettier-ignore

/** `"status": "error"` beside a message (JSend and its relatives, where `data` of a `fail` holds the fields). */
function statusMember(json: JsonObject): ErrorInSuccess | undefined {
  for (const name of ['status', 'result', 'outcome']) {
    const status = own(json, name);
    if (typeof status !== 'string' || !/^(?:error|err|fail|failed|failure|nok|ko|erro|falha)$/i.test(status))
      continue;
    const sign = `"${name}": ${JSON.stringify(status)}`;
    const isJsend = status.toLowerCase() === 'fail' && isObject(own(json, 'data'));
    if (isJsend) return { truth: true, sign };
    const told = ownText(json, ...saysMore) !== undefined;
    return { truth: told && !isResource(json) ? true : 'unknown', sign };
  }
  return undefined;
}

/** Members that hold nothing but an error's code, and those that may hold another one. */
const errorCodes = ['errcode', 'err_code', 'errorCode', 'error_code', 'errno'];
const resultCodes = ['code', 'resultCode', 'result_code', 'retcode', 'ret', 'returnCode'];

const good = /^(?:0+|2\d\d|2\d\d00|ok|success|succeeded|successful|none|null|[A-Z]*_?(?:OK|SUCCESS))$/i;
const bad =
  /err|fail|invalid|expired?\b|denied|unauth|forbidden|missing|exceed|refus|reject|not[ _]|\bno[ _]such|cannot|inv[áa]lid|falh|expirad|negad/i;

/** A code of its own beside its message, as of APIs that answer everything with 200. */
function codeMember(json: JsonObject): ErrorInSuccess | undefined {
  const message = ownText(json, ...saysMore.slice(0, -2), 'msg');
  if (message === undefined || isResource(json)) return undefined;
  for (const name of [...errorCodes, ...resultCodes]) {
    const value = own(json, name);
    const code = asText(value);
    if (code === undefined) continue;
    if (good.test(code)) return undefined;
    const sign = `"${name}": ${JSON.stringify(value)}`;
    const isBad = errorCodes.includes(name) || bad.test(code) || bad.test(message);
    return { truth: isBad ? true : 'unknown', sign };
  }
  return undefined;
}

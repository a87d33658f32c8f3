import type { HeaderField, Phase } from '../exchange/exchange';
import type { Reading } from '../exchange/reading';
import { dateClaim } from '../exchange/facts/jwt/times';
import { formatInstant } from '../text/render';

/** What part of an exchange a field belongs to, causes before consequences. */
export const groups = [
  'environment',
  'request-line',
  'query',
  'request-header',
  'request-body',
  'token',
  'answer',
  'answer-header',
  'timing',
] as const;

export type Group = (typeof groups)[number];

/** One comparable thing of an exchange. */
export interface ObservedField {
  readonly group: Group;
  readonly name: string;
  readonly value: string;
}

/** Leaves of a body that are compared one by one. */
const mostLeaves = 100;
/** Characters of a value that are worth looking at. */
const mostValue = 200;

/** Fields of the answer that differ each time, whatever happens. */
const everChanging =
  /^(?:date|age|etag|expires|last-modified|cf-ray|content-length|keep-alive|set-cookie|server-timing|traceparent|x-runtime|(?:x-)?(?:request|correlation|trace|amzn-trace)-?id)$/i;

/** Everything of an exchange that may tell it from another; values as they stand in it. */
export function observedFields({ exchange, words }: Reading): ObservedField[] {
  const { request, outcome, timings, written } = exchange;
  const fields: ObservedField[] = [];
  const add = (group: Group, name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields.push({ group, name, value: value.slice(0, mostValue) });
  };
  add('environment', '', written?.environment);
  add('request-line', 'method', request.method);
  addUrl(request.url, add);
  for (const [name, value] of joined(request.headers)) add('request-header', name, value);
  addBody(request.body?.text ?? '', add);
  if (outcome.kind === 'response') {
    add('answer', 'status', `${outcome.status} ${outcome.reason}`.trim());
    for (const [name, value] of joined(outcome.headers))
      if (!everChanging.test(name)) add('answer-header', name, value);
  } else {
    add('answer', 'failure', outcome.code);
  }
  add('answer', 'code', words.code);
  add('answer', 'message', words.message);
  add('answer', 'address', exchange.connection?.remoteAddress);
  for (const [phase, duration] of Object.entries(timings) as [Phase | 'total', number][])
    add('timing', phase, String(Math.round(duration)));
  return fields;
}

/** The claims of the request's token, times as such. */
export function tokenFields({ jwt }: Reading): ObservedField[] {
  const claims = jwt?.payload;
  if (!claims) return [];
  return Object.keys(claims)
    .slice(0, 50)
    .map((name) => {
      const time = /^(?:exp|iat|nbf|auth_time)$/.test(name) ? dateClaim(claims, name) : undefined;
      const value = time === undefined ? plain(claims[name]) : formatInstant(time);
      return { group: 'token' as const, name, value: value.slice(0, mostValue) };
    });
}

type Add = (group: Group, name: string, value: string | undefined) => void;

function addUrl(text: string, add: Add): void {
  if (!URL.canParse(text)) return add('request-line', 'url', text);
  const url = new URL(text);
  add('request-line', 'origin', url.origin);
  add('request-line', 'path', url.pathname);
  for (const name of new Set(url.searchParams.keys()))
    add('query', name, url.searchParams.getAll(name).join(', '));
}

function addBody(text: string, add: Add): void {
  if (text === '') return;
  const leaves = leavesOf(text);
  if (!leaves) return add('request-body', '', text);
  for (const [path, value] of leaves) add('request-body', path, value);
}

/** Paths and values of a JSON body, undefined where it is none or has too much in it. */
function leavesOf(text: string): [path: string, value: string][] | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const leaves: [string, string][] = [];
  const open: [string, unknown][] = [['', root]];
  for (let next = open.shift(); next; next = open.shift()) {
    const [path, value] = next;
    if (typeof value !== 'object' || value === null) leaves.push([path, plain(value)]);
    else
      for (const [name, inner] of Object.entries(value))
        open.push([
          Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`,
          inner,
        ]);
    if (leaves.length + open.length > mostLeaves) return undefined;
  }
  return leaves;
}

/** A list of scalars reads better without its brackets. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ');
  return JSON.stringify(value) ?? '';
}

/** Fields of one name as one, the name in lower case (RFC 9110 §5.1 and §5.3). */
function joined(headers: readonly HeaderField[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = values.get(key);
    values.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return values;
}

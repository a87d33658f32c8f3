import type { Authentication, TokenRequest } from '../catalog/format';
import { parseEndpoint, withoutOddSlashes } from '../exchange/readings/path';
import type { RepairContext } from './repair-context';
import { neighbours } from './neighbours';
import { urlParts } from './url-parts';
import { defineVariables } from './insertion-place';
import type { FixEdit } from './fix';

/** A request of the file, or one to be added to it, whose answer holds a token. */
export interface TokenSource {
  /** Its `@name`. */
  readonly name: string;
  /** As httpyac reads it: `refresh.access_token`. */
  readonly expression: string;
  readonly edits: readonly FixEdit[];
  readonly isNew: boolean;
  /** The variables that have no value yet. */
  readonly blanks: readonly string[];
}

/** Where the catalog does not say what the answer holds: RFC 6749 §5.1. */
const usualToken = 'access_token';

/** The request that gives a new token: one that the file has already, or the catalog's, put before this request. */
export function tokenSource(context: RepairContext): TokenSource | undefined {
  const kinds = (context.reading.api?.authentication ?? []).filter(({ refresh, login }) => refresh ?? login);
  for (const kind of kinds) {
    const known = existing(context, kind);
    if (known) return known;
  }
  const [kind] = kinds;
  const request = kind?.refresh ?? kind?.login;
  return request ? added(context, request, kind?.refresh ? 'refresh' : 'login') : undefined;
}

function existing(context: RepairContext, { refresh, login }: Authentication): TokenSource | undefined {
  const all = neighbours(context);
  // A login brings a token whatever became of the refresh token.
  for (const each of [login, refresh]) {
    if (!each) continue;
    const { method, path } = parseEndpoint(each.request);
    const [found] = all
      .filter((one) => withoutOddSlashes(one.path) === path && one.method === (method ?? one.method))
      .flatMap(({ name }) => (name === undefined ? [] : [{ name, uses: usesOf(context, name) }]))
      .sort((a, b) => b.uses - a.uses);
    if (found)
      return {
        name: found.name,
        expression: `${found.name}.${each.token ?? usualToken}`,
        edits: [],
        isNew: false,
        blanks: [],
      };
  }
  return undefined;
}

/** How often requests of the file use the answer of one: a login that is there to fail is used by none. */
const usesOf = ({ files }: RepairContext, name: string): number =>
  files.text.split(new RegExp(`\\{\\{\\s*${name}\\.`)).length - 1;

function added(
  context: RepairContext,
  { request, body, token = usualToken }: Omit<TokenRequest, 'token'> & { token?: string },
  wanted: string,
): TokenSource | undefined {
  const origin = originText(context);
  if (origin === undefined) return undefined;
  const { eol, region } = context.request;
  const name = freeName(context, wanted);
  const blanks: string[] = [];
  const named = (placeholder: string, key: string): string => {
    const known = definedAs(context, [placeholder, key]);
    if (known === undefined && !blanks.includes(placeholder)) blanks.push(placeholder);
    return `{{${known ?? placeholder}}}`;
  };
  const filled = Object.fromEntries(
    Object.entries(body ?? {}).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value.replace(/\{\{(\w+)\}\}/g, (_, placeholder: string) => named(placeholder, key))
        : value,
    ]),
  );
  const [method = 'POST', path = '/'] = request.trim().split(/\s+/);
  const lines = [
    '###',
    `# @name ${name}`,
    `${method} ${origin}${path}`,
    ...(body ? ['Content-Type: application/json', '', ...JSON.stringify(filled, null, 2).split('\n')] : []),
    '',
    '',
  ];
  const isAtSeparator = /^\s*#{3,}/.test(context.request.text.slice(region.start, region.start + 100));
  const definitions = defineVariables(context, blanks);
  // A file that starts with this request has no `###` before it yet; its variables stay where all requests see them.
  const text = lines.join(eol) + (isAtSeparator ? '' : `###${eol}`);
  return {
    name,
    expression: `${name}.${token}`,
    edits: isAtSeparator
      ? [context.edit(region.start, region.start, text), ...definitions]
      : [insertAtTop(context, text, blanks)],
    isNew: true,
    blanks,
  };
}

/** Before the first request of a file, below the variables that both requests need. */
function insertAtTop(context: RepairContext, text: string, blanks: readonly string[]): FixEdit {
  const { request, edit } = context;
  const head = request.text.slice(0, request.requestLine.start);
  const lastVariable = Array.from(head.matchAll(/^\s*@[^\n]*\n/gm)).at(-1);
  const place = lastVariable ? lastVariable.index + lastVariable[0].length : 0;
  const definitions = blanks.map((name) => `@${name} = <${name}>${request.eol}`).join('');
  const blank =
    blanks[0] === undefined ? undefined : { start: blanks[0].length + 4, end: 2 * blanks[0].length + 6 };
  return {
    ...edit(place, place, `${definitions}${place > 0 || definitions !== '' ? request.eol : ''}${text}`),
    ...(blank ? { blank } : {}),
  };
}

/** What the URL starts with up to its path, as it is written. */
function originText(context: RepairContext): string | undefined {
  const { request, files, reading } = context;
  const traced = context.sentUrl();
  const { path } = urlParts(traced.text);
  const first = traced.units[path.start];
  const range = request.url[0];
  if (!range) return undefined;
  const isWritten =
    first !== undefined && first.definition === undefined && !first.fixed && path.start < path.end;
  return isWritten ? files.text.slice(range.start, first.start) : reading.url?.origin;
}

function freeName({ files }: RepairContext, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!new RegExp(`@name\\s+${name}\\b|^\\s*@${name}\\b`, 'm').test(files.text)) return name;
  }
}

/** The variable that holds what a placeholder stands for: of the same name, however it is spelled, or with the API's before it. */
export function definedAs(
  { definitions, reading }: RepairContext,
  names: readonly string[],
): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const api = plain(reading.api?.id ?? '');
  for (const name of names) {
    const found = [...definitions.keys()].find(
      (each) => plain(each) === plain(name) || plain(each) === api + plain(name),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

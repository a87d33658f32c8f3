import { DOMParser, type Node as XmlNode } from '@xmldom/xmldom';
import type { HttpRegion, ProcessorContext, HttpResponse } from 'httpyac';
import { select } from 'xpath';
import { allByPath } from './json-path';
import { withinTime } from './within-time';

/** `login.response.body.$.token`, `login.request.headers.Accept`: what REST Client and Visual Studio write. */
const reference = /^([\w-]+)\.(request|response)\.(body|headers)(?:\.(.+))?$/;

export interface AnswerReference {
  /** The request's name, from `# @name`. */
  readonly request: string;
  readonly of: 'request' | 'response';
  readonly part: 'body' | 'headers';
  /** A header field's name, JSONPath, XPath, a plain path of members, or `*` for all. */
  readonly path: string | undefined;
}

export function parseAnswerReference(expression: string): AnswerReference | undefined {
  const match = reference.exec(expression.trim());
  if (!match) return undefined;
  const [, request = '', of, part, path] = match;
  return { request, of: of as AnswerReference['of'], part: part as AnswerReference['part'], path };
}

/** What a reference stands for, where its request was run before; undefined where it leads nowhere. */
export function resolveAnswerReference(
  wanted: AnswerReference,
  { httpFile, variables }: ProcessorContext,
): string | undefined {
  const region = httpFile.httpRegions.find(({ metaData }) => metaData.name === wanted.request);
  const response =
    region?.response ?? (variables[`${variableName(wanted.request)}Response`] as HttpResponse | undefined);
  if (!response) return undefined;
  const holder = wanted.of === 'response' ? response : (response.request ?? requestOf(region));
  if (!holder) return undefined;
  return wanted.part === 'headers'
    ? headerOf(holder.headers, wanted.path)
    : partOf(textOf(holder.body), wanted.path);
}

/** How httpyac writes a request's name as a variable. */
const variableName = (name: string): string =>
  name
    .trim()
    .replace(/\s/g, '-')
    .replace(/-./g, ([, letter = '']) => letter.toUpperCase());

const requestOf = (region: HttpRegion | undefined): { headers?: unknown; body?: unknown } | undefined =>
  region?.request;

function headerOf(headers: unknown, name: string | undefined): string | undefined {
  if (!name) return undefined;
  const [, value] =
    Object.entries((headers ?? {}) as object).find(([one]) => one.toLowerCase() === name.toLowerCase()) ?? [];
  return value === undefined || value === null ? undefined : [value].flat().join(', ');
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '';
}

function partOf(body: string, path: string | undefined): string | undefined {
  if (path === undefined || path === '*') return body;
  return path.startsWith('/')
    ? byXPath(body, path)
    : byJsonPath(body, path.startsWith('$') ? path : `$.${path}`);
}

function byJsonPath(body: string, path: string): string | undefined {
  const [value] =
    allByPath(
      withinTime(() => JSON.parse(body) as unknown),
      path,
    ) ?? [];
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function byXPath(body: string, path: string): string | undefined {
  return withinTime(() => {
    const found = select(
      path,
      new DOMParser({ onError: () => {} }).parseFromString(body, 'text/xml') as unknown as globalThis.Node,
    );
    const first: unknown = Array.isArray(found) ? found[0] : found;
    if (first === undefined || first === null) return undefined;
    return typeof first === 'object'
      ? ((first as XmlNode).textContent ?? undefined)
      : String(first as string | number | boolean);
  });
}

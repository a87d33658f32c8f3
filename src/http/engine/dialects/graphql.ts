import type { HeaderField } from '../../../core/exchange/exchange';

/** REST Client's `X-REQUEST-TYPE: GraphQL`, which is for the client and not sent. */
export const isRequestType = (field: string): boolean => /^x-request-type$/i.test(field);

/** The body of a GraphQL request as JSON, also where its query stands in a file; any other body as it is. */
export function graphqlBody(body: unknown, headers: readonly HeaderField[]): unknown {
  const isGraphql = headers.some(([field, value]) => isRequestType(field) && /^graphql$/i.test(value.trim()));
  const text = body instanceof Uint8Array && isGraphql ? Buffer.from(body).toString('utf8') : body;
  if (typeof text !== 'string') return body;
  if (text.startsWith('{"query":')) return withoutFalseOperation(text);
  return isGraphql ? fromQuery(text) : body;
}

/** A query, and behind a blank line its variables. */
function fromQuery(text: string): string {
  const [, query = text, json = ''] = /^([^]*?)\r?\n\s*\r?\n(\s*\{[^]*\})\s*$/.exec(text) ?? [];
  try {
    return JSON.stringify({ query, variables: JSON.parse(json) as unknown });
  } catch {
    return JSON.stringify({ query: text });
  }
}

/** httpyac takes the brace of `query {` for the operation's name, which servers then look for in vain. */
function withoutFalseOperation(body: string): string {
  const json = JSON.parse(body) as { operationName?: unknown };
  if (typeof json.operationName !== 'string' || /^[_a-z]\w*$/i.test(json.operationName)) return body;
  return JSON.stringify({ ...json, operationName: undefined });
}

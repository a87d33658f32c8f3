/** httpyac takes the brace of `query {` for the operation's name, which servers then look for in vain. */
export function withoutFalseOperation(body: unknown): unknown {
  if (typeof body !== 'string' || !body.startsWith('{"query":')) return body;
  const json = JSON.parse(body) as { operationName?: unknown };
  if (typeof json.operationName !== 'string' || /^[_a-z]\w*$/i.test(json.operationName)) return body;
  return JSON.stringify({ ...json, operationName: undefined });
}

import type { UnresolvedVariable } from '../core/exchange/exchange';

/**
 * Where the expressions without a value stand: in the request first, else where the file defines what the request
 * uses; at the request line where they came in from another file.
 * @param names of the requests in the file: `login.token` would come from the answer to `login`
 */
export function locateVariables(
  expressions: Iterable<string>,
  lines: readonly string[],
  region: { readonly firstLine: number; readonly lastLine: number; readonly requestLine: number },
  names: readonly string[] = [],
): UnresolvedVariable[] {
  return [...new Set(expressions)].flatMap((name) => {
    const inRegion = findAll(name, lines, region.firstLine, region.lastLine);
    const inFile = findAll(name, lines, 0, lines.length - 1).slice(0, 1);
    const elsewhere = inFile.length > 0 ? inFile : [{ name, line: region.requestLine, character: 0 }];
    const request = names.find((one) => name.startsWith(`${one}.`));
    return (inRegion.length > 0 ? inRegion : elsewhere).map((found) => ({
      ...found,
      ...(request === undefined ? {} : { request }),
    }));
  });
}

function findAll(name: string, lines: readonly string[], first: number, last: number): UnresolvedVariable[] {
  const found: UnresolvedVariable[] = [];
  for (let line = first; line <= last; line++) {
    const text = lines[line] ?? '';
    if (/^\s*(#|\/\/)/.test(text)) continue;
    for (const match of text.matchAll(/\{\{\s*(.+?)\s*\}\}/g)) {
      if (match[1] === name) found.push({ name, line, character: match.index });
    }
  }
  return found;
}

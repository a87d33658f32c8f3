import type { UnresolvedVariable } from '../core/exchange/exchange';

/**
 * Where the expressions without a value stand: in the request first, else where the file defines what the request
 * uses; at the request line where they came in from another file.
 */
export function locateVariables(
  expressions: Iterable<string>,
  lines: readonly string[],
  region: { readonly firstLine: number; readonly lastLine: number; readonly requestLine: number },
): UnresolvedVariable[] {
  return [...new Set(expressions)].flatMap((name) => {
    const inRegion = findAll(name, lines, region.firstLine, region.lastLine);
    if (inRegion.length > 0) return inRegion;
    const inFile = findAll(name, lines, 0, lines.length - 1);
    return inFile.length > 0 ? inFile.slice(0, 1) : [{ name, line: region.requestLine, character: 0 }];
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

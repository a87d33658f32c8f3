import type { CallSite } from './call-site';
import { findCalls, type ParsedDocument } from './find-calls';
import type { SnippetCatalog } from './snippet-catalog';
import { isFunction, type SyntaxNode } from './syntax';

/**
 * The call whose outcome the code at an offset handles, in a `catch`, a callback or a condition: the last one before it
 * in the same function, or else in a function around that.
 */
export function handledCall(
  catalog: SnippetCatalog,
  document: ParsedDocument,
  offset: number,
): CallSite | undefined {
  for (const { startIndex } of functionsAround(document.tree.rootNode, offset)) {
    const call = findCalls(catalog, document, { start: startIndex, end: offset })
      .filter(({ call, around }) => call.endIndex <= offset && holds(around, offset))
      .at(-1);
    if (call) return call;
  }
  return undefined;
}

const holds = ({ startIndex, endIndex }: SyntaxNode, offset: number): boolean =>
  startIndex <= offset && offset <= endIndex;

/** The functions that an offset stands in, the innermost first, and the file at last. */
function functionsAround(root: SyntaxNode, offset: number): SyntaxNode[] {
  const found = [root];
  let node: SyntaxNode | undefined = root;
  while ((node = node.namedChildren.find((child) => child !== null && holds(child, offset)) ?? undefined))
    if (isFunction(node)) found.unshift(node);
  return found;
}

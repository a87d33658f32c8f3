import { ancestors, isFunction, type SyntaxNode } from '../snippets/syntax';

/** The function that a node stands in, or the file. */
export function functionAround(node: SyntaxNode): SyntaxNode {
  let around = node;
  for (const ancestor of ancestors(node)) {
    around = ancestor;
    if (isFunction(ancestor)) break;
  }
  return around;
}

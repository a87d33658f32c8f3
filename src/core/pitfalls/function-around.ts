import { ancestors, isFunction, type SyntaxNode } from '../snippets/syntax';

/** The function that a node stands in, or the file. */
export function functionAround(node: SyntaxNode): SyntaxNode {
  let around = node;
  for (const ancestor of ancestors(node)) {
    around = ancestor;
    // Rust's `parse::<u64>` is a `generic_function`, but none that others stand in.
    if (isFunction(ancestor) && ancestor.type !== 'generic_function') break;
  }
  return around;
}

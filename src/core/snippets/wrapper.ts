import { madeToRetry } from './made-to-retry';
import { saysRetry } from './says-retry';
import type { SyntaxNode } from './syntax';

/** What is called, up to its arguments or its block, in any of the grammars; empty where a node is no call. */
export function calleeOf(node: SyntaxNode, source: string): string {
  if (!/call|invocation|macro|command/.test(node.type)) return '';
  const values = node.childForFieldName('arguments') ?? node.childForFieldName('block');
  const end = values?.startIndex ?? node.childForFieldName('function')?.endIndex ?? node.startIndex;
  return source.slice(node.startIndex, end);
}

/** Whether a node around a call is a function, an annotation or a policy that repeats it. */
export function wrapsInRetry(node: SyntaxNode, call: SyntaxNode, source: string): boolean {
  if (node.namedChildren.some((child) => child && isAnnotation(child) && saysRetry(child.text))) return true;
  const callee = calleeOf(node, source);
  if (callee === '')
    return node.type === 'command' && saysRetry(source.slice(node.startIndex, call.startIndex));
  const values = node.childForFieldName('arguments') ?? node.childForFieldName('block');
  const inside = values ? call.startIndex >= values.startIndex : true;
  // `defer(() => call()).pipe(retry(3))`, `(|| call()).retry(policy)`
  if (!inside)
    return /\bretry(?:When)?\s*\(/.test(values?.text ?? '') || saysRetry(/\w*$/.exec(callee)?.[0] ?? '');
  if (saysRetry(callee.slice(-200))) return true;
  const policy = /^[@$]?(\w+)\s*(?:\.|->|::)\s*\w+$/.exec(callee)?.[1];
  return policy !== undefined && madeToRetry([policy], node, source);
}

/** `{ retry: 3, queryFn: () => … }` */
export const hasRetryOption = (node: SyntaxNode): boolean =>
  node.type === 'object' &&
  node.namedChildren.some(
    (pair) =>
      /^["']?retr(?:y|ies)["']?$/.test(pair?.childForFieldName('key')?.text ?? '') &&
      saysRetry(pair?.text ?? ''),
  );

const isAnnotation = ({ type }: SyntaxNode) =>
  /^(?:decorator|modifiers|attribute_list|attribute_item)$/.test(type);

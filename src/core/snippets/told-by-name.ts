import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';
import { mayRetry, saysRetry } from './says-retry';

/** Whether the function around a call is handed to one that repeats it: `pRetry(run)`, `backoff.Retry(operation, …)`. */
export function toldByName(call: SyntaxNode, source: string): boolean {
  if (!mayRetry(source)) return false;
  for (const node of ancestors(call)) {
    const named = node.childForFieldName('name') ?? node.childForFieldName('left');
    const name =
      named && /function|method|declarat|assignment/.test(node.type) && /^\$?\w+$/.exec(named.text)?.[0];
    if (!name) continue;
    const handed = new RegExp(
      `([\\w.>:-]+)(?:<[^<>()]*>)?\\(\\s*(?:[\\w.]+,\\s*)?(?:\\w+[.:]+)?${name.replace('$', '\\$')}\\b(?!\\s*[({])`,
      'g',
    );
    for (const [, callee = ''] of source.matchAll(handed)) if (saysRetry(callee)) return true;
  }
  return false;
}

import { repeatedAround } from './repeated-around';
import type { SnippetKind } from './snippet-catalog';
import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';
import { toldByName } from './told-by-name';
import { calleeOf, hasRetryOption, wrapsInRetry } from './wrapper';

/** Functions that do the job themselves, by name. */
const within: Record<SnippetKind, RegExp> = {
  retry:
    /with_?retr|(fetch|request|send|call|http|get|post)_?retr|retr(y|ies|ying)_?(fetch|request|call|http)|backoff/i,
  tokenRefresh:
    /with_?(token_?)?refresh|refresh_?(access_?)?token|token_?refresh|request_?token|renew_?token|log_?in|sign_?in|authenticate/i,
};
const refreshWrapper = /with_?(token_?)?refresh/i;

/** Whether the code around a call does already what a snippet would add, or must not get it: a log-in or a refresh. */
export function doneAround(call: SyntaxNode, kind: SnippetKind, source: string): boolean {
  for (const node of ancestors(call)) {
    const name = node.childForFieldName('name');
    if (name && /function|method|declarator|definition|class/.test(node.type) && within[kind].test(name.text))
      return true;
    if (kind === 'tokenRefresh' && refreshWrapper.test(calleeOf(node, source).slice(-80))) return true;
    if (kind === 'retry' && (wrapsInRetry(node, call, source) || hasRetryOption(node))) return true;
  }
  return kind === 'retry' && (repeatedAround(call, source) || toldByName(call, source));
}

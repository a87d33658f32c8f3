import type { SnippetKind } from './snippet-catalog';
import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';

/** Functions that do the job themselves, by name; and wrappers whose argument contains the call. */
const signs: Record<SnippetKind, { within: RegExp; wrapper: RegExp }> = {
  retry: {
    within:
      /with_?retr|(fetch|request|send|call|http|get|post)_?retr|retr(y|ies|ying)_?(fetch|request|call|http)|backoff/i,
    wrapper: /retry|backoff/i,
  },
  tokenRefresh: {
    within:
      /with_?(token_?)?refresh|refresh_?(access_?)?token|token_?refresh|request_?token|renew_?token|log_?in|sign_?in|authenticate/i,
    wrapper: /with_?(token_?)?refresh/i,
  },
};

/** Whether the code around a call does already what a snippet would add, or must not get it: a log-in or a refresh. */
export function doneAround(call: SyntaxNode, kind: SnippetKind): boolean {
  for (const node of ancestors(call)) {
    const called = node.childForFieldName('function');
    if (called && signs[kind].wrapper.test(called.text.slice(-80))) return true;
    const name = node.childForFieldName('name');
    if (
      name &&
      /function|method|declarator|definition|class/.test(node.type) &&
      signs[kind].within.test(name.text)
    )
      return true;
    if (
      node.namedChildren.some((child) => child?.type === 'decorator' && signs[kind].wrapper.test(child.text))
    )
      return true;
  }
  return false;
}

import type { CallSite } from '../snippets/call-site';
import { saysRetry } from '../snippets/says-retry';
import { ancestors, type SyntaxNode } from '../snippets/syntax';
import { calleeOf } from '../snippets/wrapper';
import { functionAround } from './function-around';
import type { Inspected } from './find-pitfalls';
import type { Loop } from './loop';

/** What may be asked twice although it is a POST: tokens, searches, queries. */
const askedOnly =
  /token|oauth|log-?in|sign-?in|session|search|quer|graphql|lookup|validate|preview|calculate|auth\b|rpc/i;

/** Answers that say that nothing was done. */
const refusedOnly = /\b(?:429|401|409)\b|too_?many|unauthori/i;
const failed = /5\d\d|\.ok\b|is_success|isSuccess|success\?|catch|except|rescue|raise_for_status|err\b/;

/** Whether a loop repeats a POST or PATCH whose work may have been done, and no key says that it is the same. */
export function repeatsWork({ document }: Inspected, site: CallSite, { node }: Loop): boolean {
  return (
    doesWork(document.source, site, functionAround(node)) &&
    (failed.test(node.text) || !refusedOnly.test(node.text))
  );
}

/** Calls and decorators that repeat what they are around; not a queue, not one for tokens or what was not sent. */
const repeater = /(?:^|[.:>_])(?:with_?|p_?|async_?)?(?:retry|retries|retriable|retrying|backoff)\w*$/i;
const careful =
  /queue|later|idempot|(?<!\d)(?:401|409|429)(?!\d)|retries\W{1,3}0\b|too_?many|rate_?limit|throttl|auth|token|refresh|connect(?:_?error|_?timeout|exception)/i;

/** Whether a function or a decorator around a call repeats such a POST or PATCH: `pRetry(() => client.post(…))`. */
export function isWorkRepeated({ document: { source } }: Inspected, site: CallSite): boolean {
  const around = repeaterAround(site.call, source);
  return around !== undefined && !careful.test(around) && doesWork(source, site, functionAround(site.call));
}

/** What is said around a call to repeat it: the function with its other arguments, or the decorator. */
function repeaterAround(call: SyntaxNode, source: string): string | undefined {
  for (const node of ancestors(call)) {
    const callee = calleeOf(node, source);
    const inside = callee !== '' && call.startIndex >= node.startIndex + callee.length;
    if (inside && repeater.test(callee.replace(/\s+/g, '')) && saysRetry(callee))
      return node.text.replace(call.text, '');
    const said = node.namedChildren.find(
      (child) => child && /^(?:decorator|modifiers)$/.test(child.type) && saysRetry(child.text),
    );
    if (said) return said.text;
    if (/^(?:class|module)/.test(node.type)) return undefined;
  }
  return undefined;
}

function doesWork(source: string, { method, arguments: list }: CallSite, around: SyntaxNode): boolean {
  if (method !== 'POST' && method !== 'PATCH') return false;
  if (/idempoten|x-request-id|request-?token|dedup/i.test(source)) return false;
  return !askedOnly.test(list.text.slice(0, 200)) && !askedOnly.test(around.text.slice(0, 120));
}

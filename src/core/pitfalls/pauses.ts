import type { CallSite } from '../snippets/call-site';
import { ancestors, type SyntaxNode } from '../snippets/syntax';
import type { Loop } from './loop';
import { own } from './loop-paths';

const pausing =
  /sleep|(?<![a-z])wait(?!ing)|delay|pause|back_?off|(?:new|New)Timer|throttl|limiter|cool_?down|interval|\bAfter\(|jitter|setTimeout|parkNanos|advisoryLock|acquire/i;

/** A timer that ends an attempt is no pause between attempts. */
const ofAttempt =
  /set_?timeout\((?:[^()]|\([^()]*\))*abort(?:[^()]|\([^()]*\))*\)|(?:write|read|connect|idle)_?delay/gi;

const called =
  /^(?:call_expression|call|method_invocation|invocation_expression|function_call_expression|member_call_expression|scoped_call_expression|command)$/;
const harmless =
  /^(?:(?:console|logger|logging|log|slog|Rails)\b.*|.*\blog(?:ger)?\b.*|print\w*|puts|echo|p|warn|raise|printf|error_log|isinstance|str|int|len|repr|bool|dict|list|set|range|min|max|type|format|sprintf|f?println|is_\w+|defined|true|false|test|\[|break|exit|return|continue|:)$/i;
const harmlessMember =
  /(?:\.|->|::|\?\.)(?:log|debug|info|warn(?:ing)?|error|exception|trace|fatal|print\w*|write(?:line)?|push|append|add|json|text|read\w*|body\w*|bytes|decode|loads|dumps|stringify|parse|raise_for_status|close|dispose|cancel|drain|zero|positive|negative|to_\w|get\w*|is\w*|has\w*|status\w*|code|message|toString|from\w*|as\w*|unwrap\w*|ok|err|success\w*|EnsureSuccessStatusCode|abort|Errorf|String|Copy|add\w*|set\w*|header\w*|increment\w*|inc|count|Unmarshal|then|catch|map_err|New\w*)[?!]?$/i;

/**
 * Whether anything of a loop may take time between two attempts: by its name, or because nobody knows what it does.
 * In code that awaits, only what is awaited can.
 */
export function mayPause(loop: Loop, { call }: CallSite): boolean {
  const code = withoutComments(loop.node).replace(ofAttempt, '');
  if (pausing.test(code)) return true;
  const awaits = isAwaited(call);
  for (const node of own(loop.body)) {
    if (loop.again && isBareCall(node)) return true;
    if (!called.test(node.type) || holds(node, call) || holds(call, node) || isInLeave(node, loop)) continue;
    if (awaits && !isAwaited(node)) continue;
    const name = nameOf(node);
    if (!harmless.test(name) && !harmlessMember.test(name)) return true;
  }
  return false;
}

/** `log_in_again`, alone in its line. */
const isBareCall = ({ type, text, parent }: SyntaxNode): boolean =>
  type === 'identifier' && parent?.type === 'then' && !harmless.test(text);

/** Whether the outcome of a call is waited for where it stands. */
export function isAwaited(call: SyntaxNode): boolean {
  for (const node of ancestors(call)) {
    if (/^await/.test(node.type)) return true;
    if (/statement|block|body|declaration|arguments|argument_list/.test(node.type)) return false;
  }
  return false;
}

const holds = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
  outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;

function isInLeave(node: SyntaxNode, loop: Loop): boolean {
  for (const ancestor of ancestors(node)) {
    if (ancestor.id === loop.body.id) return false;
    if (/^(?:return|throw|raise)/.test(ancestor.type)) return true;
  }
  return false;
}

/** What is called, with what it is called on. */
function nameOf(call: SyntaxNode): string {
  const parts = ['function', 'object', 'receiver', 'scope', 'name', 'method'].map(
    (field) => call.childForFieldName(field)?.text,
  );
  return parts
    .filter((part) => part !== undefined)
    .join('.')
    .replace(/\s+/g, '')
    .slice(-120);
}

function withoutComments(node: SyntaxNode): string {
  let text = node.text;
  for (const child of [...own(node)].reverse()) {
    if (!/comment|string(?!_)|string_literal|template_string/.test(child.type)) continue;
    const [start, end] = [child.startIndex - node.startIndex, child.endIndex - node.startIndex];
    text = text.slice(0, start) + text.slice(end);
  }
  return text;
}

import type { CallSite } from '../snippets/call-site';
import { ancestors, isFunction, type SyntaxNode } from '../snippets/syntax';
import type { Loop } from './loop';

const leaving = /^(?:return|break)(?:_statement|_expression)?$/;
const throwing = /^(?:throw|raise)(?:_statement|_expression)?$/;
const again = /^(?:continue|next|retry|redo)(?:_statement|_expression)?$/;
const handling = /^(?:catch_clause|except_clause|rescue|rescue_modifier)$/;
const looping =
  /^(?:c_style_)?(?:for|while|until|loop|foreach|for_in|for_each|enhanced_for|do)(?:_statement|_expression)$|^(?:for|while|until)$/;
const choosing = /^(?:if|elif|unless|else|switch|case|when|match|conditional|ternary)\w*|_modifier$|^list$/;
const outcome =
  /\bok\b|status|code|err|success|2\d\d|fail|nil|null|none|false|body|result|resp?\b|response|\$\?/i;

/** Whether a loop sends a call again where it failed, and is left where it did not. */
export function isRetryOf(loop: Loop, { call, arguments: list }: CallSite): boolean {
  if (!isDirectlyIn(call, loop) || changesTarget(loop, list.text)) return false;
  if (loop.again) return !holds(loop.body, call);
  // `until curl …; do`
  if (!holds(loop.body, call)) return /^(?:until\s|while\s+!)/.test(loop.header);
  const nodes = [...own(loop.body)];
  const left = nodes.filter(
    (node) =>
      isLeave(node) && (node.startIndex > call.startIndex || holds(node, call)) && !inHandler(node, loop),
  );
  if (left.length === 0) return false;
  const attempt = [...ancestors(call)].find((node) => isTry(node) && within(node, loop.body));
  const handlers = attempt ? attempt.namedChildren.filter((child) => child && handling.test(child.type)) : [];
  if (handlers.some((handler) => handler && goesRound(handler, attempt, loop))) return true;
  const repeated = nodes.filter(({ type, startIndex }) => again.test(type) && startIndex > call.startIndex);
  if (repeated.some((node) => isOnOutcome(node, call, loop))) return true;
  return left.some((node) => isOnOutcome(node, call, loop)) && !endsBy(loop.body);
}

/** The nodes of a loop's body that run in it: not those of functions and loops inside. */
export function* own(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of node.namedChildren) {
    if (!child || isFunction(child)) continue;
    yield child;
    yield* own(child);
  }
}

const holds = (outer: SyntaxNode, inner: SyntaxNode): boolean =>
  outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
const within = (inner: SyntaxNode, outer: SyntaxNode): boolean => holds(outer, inner);
const isTry = ({ type }: SyntaxNode): boolean => /^(?:try_|begin$|try$)/.test(type);
const isShellLeave = ({ type, text }: SyntaxNode): boolean =>
  type === 'command' && /^(?:break|exit|return)\b/.test(text);
const isLeave = (node: SyntaxNode): boolean => leaving.test(node.type) || isShellLeave(node);

function isDirectlyIn(call: SyntaxNode, loop: Loop): boolean {
  for (const node of ancestors(call)) {
    if (node.id === loop.node.id) return true;
    if (isFunction(node) || looping.test(node.type)) return false;
  }
  return false;
}

function inHandler(node: SyntaxNode, loop: Loop): boolean {
  for (const ancestor of ancestors(node)) {
    if (ancestor.id === loop.node.id) return false;
    if (handling.test(ancestor.type)) return true;
  }
  return false;
}

/** A handler that lets the loop go on: by `continue`, or because nothing behind it leaves. */
function goesRound(handler: SyntaxNode, attempt: SyntaxNode | undefined, loop: Loop): boolean {
  const nodes = [...own(handler)];
  if (nodes.some(({ type }) => again.test(type))) return true;
  if (endsBy(handler)) return false;
  return !attempt || !statementsAfter(attempt, loop.body).some((node) => alwaysLeaves(node));
}

function statementsAfter(node: SyntaxNode, body: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let inner = node; inner.id !== body.id && inner.parent; inner = inner.parent)
    found.push(
      ...inner.parent.namedChildren.filter(
        (child): child is SyntaxNode =>
          child !== null && child.startIndex >= inner.endIndex && !handling.test(child.type),
      ),
    );
  return found;
}

function alwaysLeaves(node: SyntaxNode): boolean {
  if (isLeave(node) || throwing.test(node.type)) return true;
  if (isTry(node)) {
    const block = node.childForFieldName('body') ?? node;
    const handlers = node.namedChildren.filter((child) => child && handling.test(child.type));
    return endsBy(block) && handlers.every((handler) => handler && endsBy(handler));
  }
  // `raise` of Ruby, `throw …;` of PHP.
  return (
    /^(?:expression_statement|call|identifier)$/.test(node.type) &&
    /^(?:throw|raise|return|break|exit)\b/.test(node.text)
  );
}

/** Whether the last statement of a block leaves, whatever happened. */
function endsBy(block: SyntaxNode): boolean {
  const children = block.namedChildren.filter(
    (child) => child && !/comment/.test(child.type) && !handling.test(child.type),
  );
  const last = children.at(-1);
  if (!last) return false;
  if (alwaysLeaves(last)) return true;
  return /block|body|compound|statement_list|^then$|do_group|^do$/.test(last.type) && endsBy(last);
}

/** Left by a branch that looks at what the call came to. */
function isOnOutcome(node: SyntaxNode, call: SyntaxNode, loop: Loop): boolean {
  for (const ancestor of ancestors(node)) {
    if (ancestor.id === loop.body.id) return false;
    if (!choosing.test(ancestor.type)) continue;
    if (holds(ancestor, call)) return true;
    const condition = ancestor.childForFieldName('condition') ?? ancestor.childForFieldName('value');
    if (outcome.test((condition ?? ancestor).text.slice(0, 200))) return true;
  }
  return false;
}

const changeable =
  /signal|controller|timeout|ctx|cancel|req|opt|headers|init|body|payload|data|json|token|client|session/i;

/** Whether each round asks for something else: the next page, another host, the item of that number. */
function changesTarget({ body, counter, node }: Loop, list: string): boolean {
  const text = node.text;
  const name = counter?.text.replaceAll('$', '\\$');
  if (name && name !== '_' && new RegExp(`(?<!\\w)${name}(?![\\w$])`).test(list)) return true;
  if (name && new RegExp(`\\[\\s*${name}\\s*\\]`).test(text)) return true;
  for (const [, assigned = ''] of body.text.matchAll(
    /(?<![\w$.=!<>])(\$?[A-Za-z_]\w*)\s*(?:[+\-*/.]?=(?![=>~])|\+\+)/g,
  )) {
    if (changeable.test(assigned)) continue;
    if (new RegExp(`(?<![\\w$.])${assigned.replaceAll('$', '\\$')}(?![\\w$])(?!\\s*=)`).test(list))
      return true;
  }
  return false;
}

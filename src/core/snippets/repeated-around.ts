import { calleeOf } from './wrapper';
import { ancestors } from './syntax';
import type { SyntaxNode } from './syntax';

/** What counts attempts, by name. */
const counter = /attempt|\btr(?:y|ies)\b|_tries|Tries|retr(?:y|ies)/i;
const counted =
  /(?:attempt|\btries|_tries|Tries|retr(?:y|ies))\w*\s*(?:\+\+|--|[-+]=|=\s*\$?\(*\s*\$?\w+\s*[-+])|(?:\+\+|--)\s*\$?\w*(?:attempt|tries|retr(?:y|ies))/i;
const oneLess = /(?:attempt|tries|retr(?:y|ies))\w*\s*[-+]\s*1\b/i;
const pauses = /\b(?:sleep|usleep|setTimeout|delay|pause|wait)\b|\.Delay\b|\.Sleep\b/;
const leaves = /\b(?:return|break)\b/;

/** Whether a call stands in a loop over attempts, in a function that calls itself again, or above Ruby's `retry`. */
export function repeatedAround(call: SyntaxNode, source: string): boolean {
  let caught = false;
  for (const node of ancestors(call)) {
    if (isRescued(node)) return true;
    caught ||= /^(?:try|begin)/.test(node.type);
    const body = bodyOf(node, source);
    if (body && isOverAttempts(node, body, call, source, caught)) return true;
    const name = node.childForFieldName('name')?.text;
    if (name && /function|method/.test(node.type)) return callsItself(node, name);
  }
  return false;
}

function isOverAttempts(
  loop: SyntaxNode,
  body: SyntaxNode,
  call: SyntaxNode,
  source: string,
  caught: boolean,
): boolean {
  const header = source.slice(loop.startIndex, body.startIndex) + source.slice(body.endIndex, loop.endIndex);
  if (counter.test(header.replace(call.text, '')) || counted.test(body.text)) return true;
  const asked = call.startIndex < body.startIndex || call.endIndex > body.endIndex;
  return pauses.test(body.text) && (asked || (caught && leaves.test(body.text)));
}

/** The body of a loop, or of a block that something runs again: `3.times do |attempt|`. */
function bodyOf(node: SyntaxNode, source: string): SyntaxNode | undefined {
  if (
    /^(?:c_style_|enhanced_)?(?:for|foreach|while|do|until|loop)(?:_in|_range|_each)?(?:_statement|_expression)?$/.test(
      node.type,
    )
  )
    return node.childForFieldName('body') ?? node.namedChildren.at(-1) ?? undefined;
  const block = node.childForFieldName('block');
  return block && /\.times$|^loop$|\.upto$|\.each$/.test(calleeOf(node, source).trim())
    ? (block.childForFieldName('body') ?? block)
    : undefined;
}

/** `rescue … retry` */
const isRescued = (node: SyntaxNode) =>
  /^(?:begin|body_statement|method|do_block)$/.test(node.type) &&
  node.namedChildren.some(
    (child) => child?.type === 'rescue' && /(?<![\w.])retry\b(?!\s*\()/.test(child.text),
  );

const callsItself = (node: SyntaxNode, name: string) =>
  new RegExp(`\\b${name}\\s*\\(`).test(node.childForFieldName('body')?.text ?? '') && oneLess.test(node.text);

import { own } from './loop-paths';
import { capturesOf, type SyntaxMatch, type SyntaxNode } from '../snippets/syntax';

/** A loop that may go round for another attempt, as a language's patterns tell it. */
export interface Loop {
  node: SyntaxNode;
  body: SyntaxNode;
  /** What stands before the body, or behind it in a loop that asks at the end. */
  header: string;
  /** The name that counts attempts, and what it counts from, where the code says it. */
  counter?: SyntaxNode;
  start: string;
  /** The statement by which a rescued block runs again. */
  again?: SyntaxNode;
}

/** Conditions that go on for other reasons than that something failed. */
const elsewhere =
  /page|cursor|offset|next|queue|more|\bhas|item|chunk|line|row|length|\blen\(|count\(|size|\.Count\b/i;
const forAttempts =
  /attempt|retr|tries|\btry|fail|success|succeed|done|\bok\b|ready|error|^until\s|^while\s+!/i;
const forever =
  /^(?:while\s*\(?\s*(?:true|1)\s*\)?\s*:?|for\s*(?:\(\s*;\s*;\s*\))?|loop(?:\s+do)?|while\s+:\s*;?\s*do|do\s*while\s*\(\s*true\s*\)\s*;?)$/i;

/** The loop that a pattern matches; nothing for one over items, pages or a queue. */
export function loopOf(match: SyntaxMatch, source: string): Loop | undefined {
  const captures = capturesOf(match);
  const { loop: node, body, counter, start } = captures;
  if (!node || !body) return undefined;
  if (match.setProperties?.loop === 'rescued') {
    const again = [...own(body)].find(({ type }) => type === 'retry');
    return again && { node, body, header: '', start: '', again };
  }
  const before = source
    .slice(node.startIndex, body.startIndex)
    .replace(/\{\s*$/, '')
    .trim();
  const header = `${before} ${/^do\b/.test(before) ? source.slice(body.endIndex, node.endIndex) : ''}`.trim();
  if (elsewhere.test(header)) return undefined;
  if (match.setProperties?.loop !== 'counted' && !forever.test(header) && !forAttempts.test(header))
    return undefined;
  return {
    node,
    body,
    header,
    counter,
    start: start?.text ?? match.setProperties?.start ?? startOf(counter, node, source),
  };
}

/** What a name is set to above the loop. */
function startOf(counter: SyntaxNode | undefined, loop: SyntaxNode, source: string): string {
  if (!counter) return '';
  const name = counter.text.replaceAll('$', '\\$');
  const set = new RegExp(`(?<![\\w$])${name}\\s*(?::\\s*\\w+\\s*)?:?=\\s*(\\d+)\\b`, 'g');
  return (
    [...source.slice(Math.max(0, loop.startIndex - 2000), loop.startIndex).matchAll(set)].at(-1)?.[1] ?? ''
  );
}

import { capturesOf, type SyntaxNode } from '../snippets/syntax';
import { isMeant } from './circumstances';
import type { Inspected } from './find-pitfalls';
import { mend } from './mend';
import type { Pitfall } from './pitfall';
import type { PatternSettings } from './pitfall-catalog';

/** What the language's patterns match by themselves: one expression, whatever is around it says otherwise or not. */
export function patternPitfalls(inspected: Inspected): Pitfall[] {
  const { document, rules, enabled } = inspected;
  const found = new Map<string, Pitfall>();
  for (const match of document.grammar.query(rules.query).matches(document.tree.rootNode)) {
    const { pitfall: id } = (match.setProperties ?? {}) as PatternSettings;
    const captures = capturesOf(match);
    const { report } = captures;
    if (!id || !report || report.hasError || !enabled.has(id)) continue;
    const key = `${id} ${report.startIndex}`;
    if (found.has(key) || isMeant(inspected, match, report)) continue;
    found.set(key, { id, ...rangeOf(report), ...mend(inspected, match) });
  }
  return [...found.values()];
}

const rangeOf = ({ startIndex, endIndex }: SyntaxNode) => ({ start: startIndex, end: endIndex });

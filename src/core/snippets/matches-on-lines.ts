import type { SyntaxMatch, SyntaxNode, SyntaxQuery } from './syntax';

/** More ranges than this cost more than the whole file does. */
const manyRanges = 100;

/** A query's matches that touch a line which a regular expression matches: all others a long file is spared. */
export function matchesOnLines(
  query: SyntaxQuery,
  root: SyntaxNode,
  pattern: string,
  source: string,
): SyntaxMatch[] {
  const ranges = linesWith(pattern, source);
  return (ranges.length > manyRanges ? [undefined] : ranges).flatMap((range) => query.matches(root, range));
}

/** Ranges of neighbouring lines that match. */
function linesWith(pattern: string, source: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { index, 0: text } of source.matchAll(new RegExp(pattern, 'g'))) {
    const start = source.lastIndexOf('\n', index) + 1;
    const lineEnd = source.indexOf('\n', index + text.length);
    const end = lineEnd < 0 ? source.length : lineEnd;
    const before = ranges.at(-1);
    if (before && start <= before.end + 1) before.end = Math.max(before.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

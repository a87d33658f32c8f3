import type { SyntaxMatch, SyntaxNode, SyntaxQuery } from './syntax';

/** More ranges than this cost more than the whole file does. */
const manyRanges = 100;

/**
 * A query's matches that touch a line which a regular expression matches: all others a long file is spared, and so are
 * lines that stand there again, between the same lines. What a match says must not depend on where in the file it is.
 */
export function matchesOnLines(
  query: SyntaxQuery,
  root: SyntaxNode,
  pattern: string,
  source: string,
): SyntaxMatch[] {
  const ranges = linesWith(pattern, source);
  return (ranges.length > manyRanges ? [undefined] : ranges).flatMap((range) => query.matches(root, range));
}

/** Ranges of neighbouring lines that match, each with its neighbours once. */
function linesWith(pattern: string, source: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { index, 0: text } of source.matchAll(new RegExp(pattern, 'g'))) {
    const start = lineStart(source, index);
    const end = lineEnd(source, index + text.length);
    const before = ranges.at(-1);
    if (before && start <= before.end + 1) before.end = Math.max(before.end, end);
    else ranges.push({ start, end });
  }
  const texts = new Map(
    ranges.map((range) => {
      const from = lineStart(source, range.start - 1);
      return [source.slice(from, lineEnd(source, range.end + 1)), range];
    }),
  );
  return [...texts.values()];
}

const lineStart = (source: string, at: number) => (at < 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1);

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

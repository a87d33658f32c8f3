/** A place of a text: its line, and the UTF-16 units before it on that line. */
interface Point {
  row: number;
  column: number;
}

/** What was done to a text, as tree-sitter is told it; offsets are UTF-16 units. */
export interface TextChange {
  startIndex: number;
  oldEndIndex: number;
  newEndIndex: number;
  startPosition: Point;
  oldEndPosition: Point;
  newEndPosition: Point;
}

/** The one change that makes a text of another: what is not their common beginning and end. */
export function editBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  const oldEndIndex = before.length - same;
  const newEndIndex = after.length - same;
  const startPosition = pointFrom({ row: 0, column: 0 }, before.slice(0, start));
  return {
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition: pointFrom(startPosition, before.slice(start, oldEndIndex)),
    newEndPosition: pointFrom(startPosition, after.slice(start, newEndIndex)),
  };
}

/** Where a text ends that begins at a point. */
function pointFrom({ row, column }: Point, text: string): Point {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { row, column: column + last.length }
    : { row: row + lines.length - 1, column: last.length };
}

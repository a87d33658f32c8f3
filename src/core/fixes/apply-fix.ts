import type { FixEdit } from './fix';

/** The text after all edits; those at one offset keep their order. */
export function applyFixEdits(text: string, edits: readonly FixEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, edit.start) + edit.text;
    done = Math.max(done, edit.end);
  }
  return result + text.slice(done);
}

/**
 * The edits, made for the text `before`, where the file has become `after`: moved by what was inserted or deleted
 * elsewhere. Undefined where one of them touches what was changed: what it was to replace may not be there any more.
 */
export function moveEdits(before: string, after: string, edits: readonly FixEdit[]): FixEdit[] | undefined {
  if (before === after) return [...edits];
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  // Whole lines: an insertion at the start of a line belongs to what stands above it, too.
  same = before.lastIndexOf('\n', same - 1) + 1;
  const rest = Math.min(before.length, after.length) - same;
  let tail = 0;
  while (tail < rest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const tailStart = before.indexOf('\n', Math.max(before.length - tail - 1, 0)) + 1 || before.length;
  const moved = after.length - before.length;
  const result: FixEdit[] = [];
  for (const edit of edits) {
    if (edit.end < same) result.push(edit);
    else if (edit.start > tailStart)
      result.push({ ...edit, start: edit.start + moved, end: edit.end + moved });
    else return undefined;
  }
  return result;
}

import type { SyntaxNode } from '../snippets/syntax';
import type { TextEdit } from '../snippets/text-edit';

/** Takes a node out, with the comma that it leaves in a list, or with its line where it stands alone. */
export function removal(source: string, { startIndex, endIndex }: SyntaxNode): TextEdit {
  const rest = source.slice(endIndex, endIndex + 200);
  const above = source.slice(Math.max(0, startIndex - 200), startIndex);
  const lineEnd = /^[,;]?[ \t]*\r?\n/.exec(rest)?.[0];
  const indent = /(?:^|\n)([ \t]*)$/.exec(above)?.[1];
  const comma = /,\s*$/.exec(above)?.[0];
  if (indent !== undefined && lineEnd !== undefined) {
    // The last item of a list takes the comma before it along.
    if (!/^[,;]/.test(lineEnd) && comma) return { start: startIndex - comma.length, end: endIndex, text: '' };
    return { start: startIndex - indent.length, end: endIndex + lineEnd.length, text: '' };
  }
  const after = /^\s*,[ \t]*/.exec(rest)?.[0];
  if (after) return { start: startIndex, end: endIndex + after.length, text: '' };
  if (comma) return { start: startIndex - comma.length, end: endIndex, text: '' };
  const space = /[ \t]+$/.exec(above)?.[0] ?? '';
  // A word of a command takes the space before it along.
  return { start: startIndex - (/^[ \t\n\\]|^$/.test(rest) ? space.length : 0), end: endIndex, text: '' };
}

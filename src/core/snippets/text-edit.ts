/** A replacement of `[start, end)`, in UTF-16 offsets of the text before any edit. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
  /** `text` in VS Code's snippet syntax, where it has placeholders to tab through. */
  snippet?: string;
}

/** The text after all edits, placeholders filled with their defaults. Edits at one offset keep their order. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  return result + source.slice(offset);
}

import type { Position, TextDocument } from 'vscode';

/** Characters to each side of a position that are looked at, in documents and lines of any length. */
const reach = 6000;

/** A part of a document around a position, taken line by line so that its cost does not grow with the document. */
export interface TextAround {
  readonly text: string;
  /** The position, as an offset into `text`. */
  readonly offset: number;
  /** Where a later offset into `text` stands in the document; both on the position's own line. */
  positionOn(offset: number): Position;
}

export function textAround(document: TextDocument, position: Position): TextAround {
  const line = document.lineAt(position.line).text;
  const cut = Math.max(0, position.character - reach);
  let before = line.slice(cut, position.character);
  let after = line.slice(position.character, position.character + reach);
  if (cut === 0) {
    for (let at = position.line - 1; at >= 0 && before.length < reach; at--) {
      before = `${document.lineAt(at).text.slice(-reach)}\n${before}`;
    }
  }
  if (position.character + reach >= line.length) {
    for (let at = position.line + 1; at < document.lineCount && after.length < reach; at++) {
      after = `${after}\n${document.lineAt(at).text.slice(0, reach)}`;
    }
  }
  const { length } = before;
  return {
    text: before + after,
    offset: length,
    positionOn: (offset) => position.with({ character: position.character + offset - length }),
  };
}

import { Diagnostic, Position, Range, type TextDocumentContentChangeEvent } from 'vscode';

/** Diagnostics after edits: those on edited lines go, those below move along. */
export function keepUnedited(
  diagnostics: readonly Diagnostic[],
  changes: readonly TextDocumentContentChangeEvent[],
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    let lines = 0;
    for (const { range, text } of changes) {
      const isAbove = range.end.line < diagnostic.range.start.line;
      const isBelow = range.start.line > diagnostic.range.end.line;
      if (!isAbove && !isBelow) return [];
      if (isAbove) lines += text.split('\n').length - 1 - (range.end.line - range.start.line);
    }
    return lines === 0 ? diagnostic : moved(diagnostic, lines);
  });
}

function moved({ range, message, severity, source, code }: Diagnostic, lines: number): Diagnostic {
  const shift = ({ line, character }: Position): Position => new Position(line + lines, character);
  const diagnostic = new Diagnostic(new Range(shift(range.start), shift(range.end)), message, severity);
  diagnostic.source = source;
  diagnostic.code = code;
  return diagnostic;
}

import type { Diagnosis } from '../../core/diagnose/diagnosis';

/** Where a request stands: its own line, and those of everything that belongs to it. Zero-based, the last included. */
export interface RequestLines {
  readonly line: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** What a request came to, kept with the lines that it stood on. */
export interface RequestOutcome extends RequestLines {
  readonly diagnosis: Diagnosis;
}

/** A change of a document: these lines were replaced by this many. None was, where the last is before the first. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly newLineCount: number;
}

interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** A change by the lines that it replaces. Whole lines that are put in at the start of one leave that one as it was. */
export function lineChange(
  { start, end }: { readonly start: TextPlace; readonly end: TextPlace },
  text: string,
): LineChange {
  const newLineCount = text.split('\n').length;
  const isAbove =
    start.character === 0 && end.line === start.line && end.character === 0 && text.endsWith('\n');
  return isAbove
    ? { firstLine: start.line, lastLine: start.line - 1, newLineCount: newLineCount - 1 }
    : { firstLine: start.line, lastLine: end.line, newLineCount };
}

/** Keeps what stands at requests where they went after an edit; what stands at one that was edited is dropped. */
export function afterChange<Placed extends RequestLines>(
  outcomes: readonly Placed[],
  change: LineChange,
): readonly Placed[] {
  const added = change.newLineCount - (change.lastLine - change.firstLine + 1);
  return outcomes.flatMap((outcome) => {
    if (change.firstLine > outcome.lastLine) return [outcome];
    if (change.lastLine < outcome.firstLine) {
      return [
        {
          ...outcome,
          line: outcome.line + added,
          firstLine: outcome.firstLine + added,
          lastLine: outcome.lastLine + added,
        },
      ];
    }
    return [];
  });
}

/** Puts an outcome in, in place of an earlier one of the same request. */
export function withOutcome(outcomes: readonly RequestOutcome[], outcome: RequestOutcome): RequestOutcome[] {
  const others = outcomes.filter(
    ({ firstLine, lastLine }) => lastLine < outcome.firstLine || firstLine > outcome.lastLine,
  );
  return [...others, outcome];
}

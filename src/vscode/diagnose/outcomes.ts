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

/** A change of a document: these lines were replaced by text with this many lines. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly newLineCount: number;
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

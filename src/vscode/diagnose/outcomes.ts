import type { Diagnosis } from '../../core/diagnose/diagnosis';

/** What a request came to, kept with the lines that it stood on. Lines are zero-based. */
export interface RequestOutcome {
  readonly line: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly diagnosis: Diagnosis;
}

/** A change of a document: these lines were replaced by text with this many lines. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly newLineCount: number;
}

/** Keeps outcomes where their request went after an edit; an outcome whose request was edited is dropped. */
export function afterChange(outcomes: readonly RequestOutcome[], change: LineChange): RequestOutcome[] {
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

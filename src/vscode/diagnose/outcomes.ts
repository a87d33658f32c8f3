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
  /** Counts the diagnoses as they were begun: of two, the higher number is the newer one, whichever ended first. */
  readonly number: number;
}

/** A change of a document: these lines were replaced by this many. None was, where the last is before the first. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly newLineCount: number;
  /** The first of them still begins as it did. */
  readonly keepsStart: boolean;
}

interface TextPlace {
  readonly line: number;
  readonly character: number;
}

/** A change by the lines that it replaces. Whole lines that are put in or taken out leave the line behind them as it was. */
export function lineChange(
  { start, end }: { readonly start: TextPlace; readonly end: TextPlace },
  text: string,
): LineChange {
  const newLineCount = text.split('\n').length;
  const isWhole = start.character === 0 && end.character === 0 && (text === '' || text.endsWith('\n'));
  return isWhole
    ? { firstLine: start.line, lastLine: end.line - 1, newLineCount: newLineCount - 1, keepsStart: false }
    : { firstLine: start.line, lastLine: end.line, newLineCount, keepsStart: start.character > 0 };
}

/** Where a line went by a change; undefined where it was taken out, or nothing tells. */
export function lineAfter(line: number, change: LineChange): number | undefined {
  const replaced = change.lastLine - change.firstLine + 1;
  if (change.firstLine > line) return line;
  if (change.lastLine < line) return line + change.newLineCount - replaced;
  const stays = replaced === change.newLineCount || (change.firstLine === line && change.keepsStart);
  return stays ? line : undefined;
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

/** Puts an outcome in, in place of an older one of the same request; where a newer one is there, that stays. */
export function withOutcome(
  outcomes: readonly RequestOutcome[],
  outcome: RequestOutcome,
): readonly RequestOutcome[] {
  const isElsewhere = ({ firstLine, lastLine }: RequestOutcome): boolean =>
    lastLine < outcome.firstLine || firstLine > outcome.lastLine;
  const others = outcomes.filter(isElsewhere);
  const isOlder = outcomes.some((each) => !isElsewhere(each) && each.number > outcome.number);
  return isOlder ? outcomes : [...others, outcome];
}

import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  l10n,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { requestLines } from '../../core/http-file/request-lines';
import { commands } from '../ids';
import type { OutcomeBook } from './outcome-book';

/** Files that are longer have no lenses: they are data, not requests. */
const maximumLines = 20_000;

/** "Diagnose" over every request of a `.http` file, and what its last diagnosis said. */
export class DiagnoseLenses implements CodeLensProvider {
  readonly onDidChangeCodeLenses;

  constructor(private readonly book: OutcomeBook) {
    this.onDidChangeCodeLenses = book.onDidChange;
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (document.lineCount > maximumLines) return [];
    const outcomes = this.book.of(document.uri);
    const lines = Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text);
    return requestLines(lines).flatMap(({ line }) => {
      const range = new Range(line, 0, line, 0);
      if (!workspace.isTrusted) return [new CodeLens(range, untrusted())];
      const target = { uri: document.uri.toString(), line };
      const lens = new CodeLens(range, {
        command: commands.diagnoseRequest,
        title: `$(pulse) ${l10n.t('Diagnose')}`,
        arguments: [target],
      });
      const last = outcomes.find((outcome) => outcome.line === line);
      return last ? [lens, new CodeLens(range, lastOutcome(last.diagnosis))] : [lens];
    });
  }
}

/** Why there is nothing to run, and what leads to where that can be changed. */
const untrusted = (): Command => ({
  command: 'workbench.trust.manage',
  title: `$(shield) ${l10n.t('Nothing is sent: this workspace is not trusted')}`,
  tooltip: l10n.t('Click to manage the trust in this workspace.'),
});

function lastOutcome(diagnosis: Diagnosis): Command {
  const { problem } = diagnosis;
  const page = problem?.catalog ? [{ api: problem.catalog, problem: problem.id }] : undefined;
  return {
    command: page ? commands.showProblem : '',
    title: oneLine(diagnosis),
    ...(page ? { arguments: page } : {}),
  };
}

/** `401 · Access token expired · 2 h ago`: the outcome and its first confirmed cause, or else the problem. */
export function oneLine({ outcome, problem, causes }: Diagnosis): string {
  const first = outcome.kind === 'response' ? String(outcome.status) : outcome.code;
  const best = causes.find(({ verdict }) => verdict === 'confirmed');
  return [
    first,
    best?.title ?? problem?.title ?? (outcome.kind === 'response' ? outcome.reason : ''),
    best?.brief,
  ]
    .filter(Boolean)
    .join(' · ');
}

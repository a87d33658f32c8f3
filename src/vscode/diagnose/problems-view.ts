import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  type Range,
  Uri,
  workspace,
} from 'vscode';
import { commandHref } from '../../core/markdown/markdown';
import { plainText } from '../../core/text/plain-text';
import { commands } from '../ids';
import { oneLine } from './lenses';
import type { OutcomeBook } from './outcome-book';
import type { RequestOutcome } from './outcomes';

/** Shows every outcome that is a problem in the Problems view, at the line of its request. */
export function showInProblemsView(book: OutcomeBook): Disposable {
  const collection = languages.createDiagnosticCollection('api-troubleshooter');
  const update = (): void => {
    collection.clear();
    for (const document of workspace.textDocuments) {
      const found = book.of(document.uri).filter(({ diagnosis }) => diagnosis.problem);
      if (found.length > 0)
        collection.set(
          document.uri,
          found.map((outcome) => diagnosticOf(outcome, document.lineAt(outcome.line).range)),
        );
    }
  };
  const subscription = book.onDidChange(update);
  return { dispose: () => [subscription, collection].forEach((each) => each.dispose()) };
}

function diagnosticOf({ diagnosis }: RequestOutcome, range: Range): Diagnostic {
  const { problem, causes } = diagnosis;
  const best = causes.find(({ verdict }) => verdict === 'confirmed');
  const message = [
    oneLine(diagnosis),
    ...(best?.evidence.slice(0, 1) ?? []),
    ...(best ? [best.fix] : diagnosis.nextSteps.slice(0, 1)),
  ].join('\n');
  const diagnostic = new Diagnostic(
    range,
    plainText(message),
    best ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'API Troubleshooter';
  if (problem) {
    const value = problem.code ?? problem.id;
    const page = { api: problem.catalog, problem: problem.id };
    diagnostic.code = problem.catalog
      ? { value, target: Uri.parse(commandHref(commands.showProblem, page)) }
      : value;
  }
  return diagnostic;
}

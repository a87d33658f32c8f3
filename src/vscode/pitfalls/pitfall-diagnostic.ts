import { Diagnostic, DiagnosticSeverity, Range, type TextDocument, Uri } from 'vscode';
import { commandHref } from '../../core/markdown/markdown';
import type { Pitfall } from '../../core/pitfalls/pitfall';
import type { PitfallEntry } from '../../core/pitfalls/pitfall-catalog';
import type { Language } from '../../core/text/language';
import { plainText } from '../../core/text/plain-text';
import { commands } from '../ids';

const source = 'API Troubleshooter';

/** A pitfall as VS Code shows it: never more than a hint, with a link to the page that explains it. */
export function pitfallDiagnostic(
  document: TextDocument,
  { start, end }: Pitfall,
  { id, title, page }: PitfallEntry,
  language: Language,
): Diagnostic {
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new Diagnostic(range, plainText(title[language]), DiagnosticSeverity.Information);
  const [api, problem] = page.split('/');
  diagnostic.source = source;
  diagnostic.code = { value: id, target: Uri.parse(commandHref(commands.showProblem, { api, problem })) };
  return diagnostic;
}

/** The pitfall that a diagnostic of ours tells of. */
export function idOf({ code, source: from }: Diagnostic): string | undefined {
  return from === source && typeof code === 'object' ? String(code.value) : undefined;
}

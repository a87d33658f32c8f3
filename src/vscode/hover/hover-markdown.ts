import { MarkdownString } from 'vscode';
import type { Explanation } from '../../core/explain/explanation';
import type { L10n } from '../../core/text/language';
import { commands } from '../ids';
import { hoverText } from './hover-text';

const enabledCommands = [
  commands.showProblem,
  commands.insertRetry,
  commands.insertTokenRefresh,
  commands.diagnoseRequest,
];

/** A hover whose links may run our commands, and nothing else. */
export function hoverMarkdown(explanation: Explanation, languageId: string, l10n: L10n): MarkdownString {
  const markdown = new MarkdownString(hoverText(explanation, languageId, l10n));
  markdown.isTrusted = { enabledCommands };
  return markdown;
}

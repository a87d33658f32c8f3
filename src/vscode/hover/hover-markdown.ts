import { MarkdownString } from 'vscode';
import type { Explanation } from '../../core/explain/explanation';
import type { L10n } from '../../core/text/language';
import { commands } from '../ids';
import { type HoverPlace, hoverText } from './hover-text';

const enabledCommands = [
  commands.showProblem,
  commands.insertRetry,
  commands.insertTokenRefresh,
  commands.diagnoseRequest,
  commands.diagnoseWorkspaceRequest,
];

/** A hover whose links may run our commands, and nothing else. */
export function hoverMarkdown(explanation: Explanation, place: HoverPlace, l10n: L10n): MarkdownString {
  const markdown = new MarkdownString(hoverText(explanation, place, l10n));
  markdown.isTrusted = { enabledCommands };
  return markdown;
}

import { Hover, type Position, Range, type TextDocument, workspace } from 'vscode';
import type { L10n } from '../../core/text/language';
import type { Knowledge } from '../knowledge/knowledge';
import { textAround } from '../knowledge/text-around';
import { setting } from '../settings';
import { hoverMarkdown } from './hover-markdown';

/** The hover for a position, if something there is recognized. */
export function hoverAt(
  document: TextDocument,
  position: Position,
  knowledge: Knowledge,
  l10n: L10n,
): Hover | undefined {
  const around = textAround(document, position);
  const explanation = knowledge.explainAt(
    around.text,
    around.offset,
    document.languageId,
    l10n,
    document.uri,
  );
  if (!explanation || !setting('hover.kinds', document).includes(explanation.mention.kind)) return undefined;
  const { languageId } = document;
  const place = {
    languageId,
    hasRequest: workspace.isTrusted && knowledge.hasRequestFor(explanation.api.id),
  };
  const { start, end } = explanation.mention;
  const range = new Range(around.positionOn(start), around.positionOn(end));
  return new Hover(hoverMarkdown(explanation, place, l10n), range);
}

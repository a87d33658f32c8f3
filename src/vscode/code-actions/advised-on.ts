import type { TextDocument } from 'vscode';
import type { SnippetKind } from '../../core/snippets/snippet-catalog';
import { plainL10n } from '../../core/text/language';
import type { Knowledge } from '../knowledge/knowledge';
import { textAround } from '../knowledge/text-around';

const kinds = { 'after-refresh': 'tokenRefresh', backoff: 'retry', 'after-reset': 'retry' } as const;

/** What the problems that are mentioned on a line ask for: a 429 for retry, an expired token for a refresh. */
export function advisedOn(document: TextDocument, offset: number, knowledge: Knowledge): SnippetKind[] {
  const { text: line, range } = document.lineAt(document.positionAt(offset));
  const advised = knowledge.mentionsIn(line, document.languageId).flatMap(({ start }) => {
    const around = textAround(document, range.start.translate(0, start));
    const explanation = knowledge.explainAt(
      around.text,
      around.offset,
      document.languageId,
      plainL10n(),
      document.uri,
    );
    const { retry = 'never' } = explanation ?? {};
    return retry === 'never' ? [] : [kinds[retry]];
  });
  return [...new Set(advised)];
}

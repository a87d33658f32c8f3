import type { Body, HeaderField } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import type { BodyName } from '../protocol';
import { headerValue } from './header-table';
import { indentJson, isJson } from './indent-json';
import type { CodeBlock, NoteBlock } from './panel-view';
import { formatSize } from './quantity';

/** Characters of a body that the panel shows; the whole of it opens as a document. */
export const shownLength = 200_000;

/** A body with what has to be known of it; JSON is indented, everything else stands as it came. */
export function bodyBlock(
  name: BodyName,
  body: Body | undefined,
  headers: readonly HeaderField[],
  l10n: L10n,
): CodeBlock | NoteBlock {
  if (!body || body.text === '') return { kind: 'note', text: l10n.t('No body.') };
  const json = looksLikeJson(body, headers);
  const { text, complete } = json ? indentJson(body.text, shownLength) : firstPart(body.text, shownLength);
  return {
    kind: 'code',
    title: l10n.t('Body ({0})', formatSize(body.size, l10n)),
    syntax: json ? 'json' : /^\s*<[!?a-z]/i.test(body.text.slice(0, 1000)) ? 'markup' : 'text',
    text,
    notes: notes(body, complete, l10n),
    actions: [
      { label: l10n.t('Open as document'), message: { type: 'openBody', body: name } },
      {
        label: l10n.t('Open with secrets…'),
        message: { type: 'openBody', body: name, raw: true },
        quiet: true,
      },
    ],
  };
}

function notes(body: Body, complete: boolean, l10n: L10n): string[] {
  const notes: string[] = [];
  if (!complete) notes.push(l10n.t('Only the first part is shown here.'));
  if (body.capped) notes.push(l10n.t('Only the first part was kept, because of the size limit.'));
  if (body.truncated) notes.push(l10n.t('The connection ended before the body did.'));
  return notes;
}

/**
 * Whether to indent the body as JSON. Broken JSON stays as it is, since evidence points into it by line and column;
 * what is too long to be parsed in passing, or only a part, is taken at its media type's word.
 */
function looksLikeJson(body: Body, headers: readonly HeaderField[]): boolean {
  if (!/^\s*[[{]/.test(body.text)) return false;
  if (body.text.length <= shownLength && !body.capped && !body.truncated) return isJson(body.text);
  return /[/+]json\b/i.test(headerValue(headers, 'content-type') ?? '');
}

/** Up to `limit` characters, never half of a surrogate pair. */
function firstPart(text: string, limit: number): { text: string; complete: boolean } {
  if (text.length <= limit) return { text, complete: true };
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return { text: text.slice(0, end), complete: false };
}

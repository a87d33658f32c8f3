import type { HeaderField } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import type { NoteBlock, TableBlock } from './panel-view';

/** Header fields in the order and case of the wire. */
export function headerTable(headers: readonly HeaderField[], l10n: L10n): TableBlock | NoteBlock {
  if (headers.length === 0) return { kind: 'note', text: l10n.t('No header fields.') };
  return {
    kind: 'table',
    title: l10n.t('Headers ({0})', headers.length),
    columns: [l10n.t('Name'), l10n.t('Value')],
    rows: headers,
  };
}

/** The value of the first field of that name, which is compared as RFC 9110 §5.1 says: without case. */
export function headerValue(headers: readonly HeaderField[], name: string): string | undefined {
  return headers.find(([field]) => field.toLowerCase() === name)?.[1];
}

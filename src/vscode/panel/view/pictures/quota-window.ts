import type { QuotaWindow } from '../../../../core/exchange/glance';
import type { L10n } from '../../../../core/text/language';
import { formatInstant, formatSpan } from '../../../../core/text/render';
import type { Look, PictureView, Shape } from '../panel-view';

/** Pixels from one row to the next. */
const rowHeight = 32;

/** How much of the quota is left, and when the window starts anew; nothing where the answer says neither. */
export function quotaWindowPicture(quota: QuotaWindow, l10n: L10n): PictureView | undefined {
  const { limit, remaining, window, resetAt, retryAt, at } = quota;
  const rows: { readonly name: string; readonly value: string; readonly share?: number; look: Look }[] = [];
  const sentences: string[] = [];
  let caption: string | undefined;
  if (remaining !== undefined || limit !== undefined) {
    const value =
      remaining === undefined
        ? l10n.t('{0} allowed', limit ?? 0)
        : limit === undefined
          ? l10n.t('{0} left', remaining)
          : l10n.t('{0} of {1} left', remaining, limit);
    const share = limit && remaining !== undefined ? remaining / limit : remaining === 0 ? 0 : undefined;
    rows.push({
      name: l10n.t('Requests'),
      value,
      share,
      look: share !== undefined && share < 0.1 ? 'caution' : 'good',
    });
    sentences.push(`${value}.`);
  }
  const free = retryAt ?? resetAt;
  if (free !== undefined) {
    const left = Math.max(0, free - at);
    const value = left === 0 ? l10n.t('free again') : l10n.t('{0} to wait', formatSpan(left));
    const share = window ? Math.min(1, left / window) : undefined;
    rows.push({ name: l10n.t('Window'), value, share, look: 'info' });
    caption = l10n.t('Free again at {0}.', formatInstant(free));
    sentences.push(caption);
  }
  if (rows.length === 0) return undefined;
  return {
    title: l10n.t('The rate limit'),
    text: sentences.join(' '),
    ...(caption === undefined ? {} : { caption }),
    height: rows.length * rowHeight - 6,
    shapes: rows.flatMap(({ name, value, share, look }, row): Shape[] => {
      const y = row * rowHeight;
      const width = Math.min(100, Math.max(0, (share ?? 0) * 100));
      return [
        { kind: 'text', x: 0, y: y + 12, anchor: 'start', text: name, quiet: true },
        { kind: 'text', x: 100, y: y + 12, anchor: 'end', text: value },
        ...(share === undefined
          ? []
          : [
              { kind: 'bar', x: 0, width: 100, y: y + 18, height: 6, look: 'track' } as const,
              { kind: 'bar', x: 0, width, y: y + 18, height: 6, look } as const,
            ]),
      ];
    }),
  };
}

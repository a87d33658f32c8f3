import type { L10n } from '../../../core/text/language';

/** `0.4 ms`, `180 ms`, `2.35 s`, in the language's own digits; the symbols are the same in both languages. */
export function formatDuration(milliseconds: number, l10n: L10n): string {
  if (milliseconds >= 1000) return `${formatNumber(milliseconds / 1000, 2, l10n)} s`;
  return `${formatNumber(milliseconds, milliseconds < 10 ? 1 : 0, l10n)} ms`;
}

const sizeUnits = ['B', 'KB', 'MB', 'GB'];

/** `312 B`, `1.2 MB`; a kilobyte is 1000 bytes. */
export function formatSize(bytes: number, l10n: L10n): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < sizeUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(value, unit === 0 ? 0 : 1, l10n)} ${sizeUnits[unit]}`;
}

/** `78%`; anything above nothing is at least `<1%`. */
export function formatShare(part: number, whole: number, l10n: L10n): string {
  const share = whole > 0 ? part / whole : 0;
  if (share > 0 && share < 0.01) return '<1%';
  return `${formatNumber(share * 100, 0, l10n)}%`;
}

function formatNumber(value: number, digits: number, l10n: L10n): string {
  return new Intl.NumberFormat(l10n.language, { maximumFractionDigits: digits }).format(value);
}

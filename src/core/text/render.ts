import type { L10n } from './language';
import type { Phrase, PhraseValue } from './phrase';

/** Renders a phrase in the user's language; `protect` is applied to every string that came from outside. */
export function render(
  phrase: Phrase,
  l10n: L10n,
  protect: (text: string) => string = (text) => text,
): string {
  return l10n.t(phrase.template, ...phrase.values.map((value) => renderValue(value, l10n, protect)));
}

function renderValue(value: PhraseValue, l10n: L10n, protect: (text: string) => string): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return protect(value);
  if ('instant' in value) return formatInstant(value.instant);
  if ('span' in value) return formatSpan(value.span);
  if ('list' in value) return value.list.map(protect).join(', ');
  return render(value, l10n, protect);
}

/** `2026-11-20 08:14:05 UTC`, seconds left out when zero; a time no calendar can show is given as its number. */
export function formatInstant(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  const iso = date.toISOString();
  const seconds = iso.slice(16, 19) === ':00' ? '' : iso.slice(16, 19);
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}${seconds} UTC`;
}

const units: readonly (readonly [name: string, milliseconds: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** The two largest units: `2 h 4 min`, `45 s`, `3 d 1 h`, `120 ms`. The symbols are the same in both languages. */
export function formatSpan(milliseconds: number): string {
  let rest = Math.round(Math.abs(milliseconds));
  const parts: string[] = [];
  for (const [name, size] of units) {
    if (name === 'ms' && parts.length > 0) break;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 s';
}

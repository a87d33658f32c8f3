import type { Exchange } from '../../../../core/exchange/exchange';
import type { L10n } from '../../../../core/text/language';
import { takenPhases } from '../phases';
import type { PictureView, Shape } from '../panel-view';
import { formatDuration } from '../quantity';

/** Where the time went, in one bar; nothing where no phase was seen. */
export function phasesPicture(exchange: Exchange, l10n: L10n): PictureView | undefined {
  const { phases, total } = takenPhases(exchange, l10n);
  if (phases.length === 0 || total <= 0) return undefined;
  const spans: Shape[] = phases.map(({ phase, start, duration }) => {
    const width = Math.max(0.5, (duration / total) * 100);
    return {
      kind: 'bar',
      x: Math.min((start / total) * 100, 100 - width),
      width,
      y: 4,
      height: 12,
      look: phase,
    };
  });
  // The small ones would be a legend of nothing but zeros.
  const seen = [...phases]
    .sort((a, b) => b.duration - a.duration)
    .filter(({ duration }) => duration >= total / 20)
    .slice(0, 3);
  const longest = seen[0];
  return {
    title: l10n.t('Where the time went'),
    text: longest
      ? l10n.t('{0} in all, most of it: {1}.', formatDuration(total, l10n), longest.label)
      : formatDuration(total, l10n),
    height: 20,
    shapes: [{ kind: 'bar', x: 0, width: 100, y: 4, height: 12, look: 'track' }, ...spans],
    legend: seen.map(({ phase, label, duration }) => ({
      look: phase,
      text: `${label} ${formatDuration(duration, l10n)}`,
    })),
  };
}

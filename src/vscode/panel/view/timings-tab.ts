import type { Exchange, Redirect } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import { connectionBlocks } from './connection';
import { takenPhases } from './phases';
import type { Block, DetailsBlock, PhasesBlock, PhaseView, TabView } from './panel-view';
import { formatDuration, formatShare } from './quantity';

/** Where the time went, over which hops and to whom. */
export function timingsTab(exchange: Exchange, l10n: L10n): TabView {
  const blocks: Block[] = [phasesBlock(exchange, l10n)];
  if (exchange.redirects.length > 0) blocks.push(redirectsBlock(exchange.redirects, l10n));
  if (exchange.connection) blocks.push(...connectionBlocks(exchange.connection, l10n));
  return { id: 'timings', label: l10n.t('Timings'), blocks };
}

function phasesBlock(exchange: Exchange, l10n: L10n): PhasesBlock {
  const { phases, total, failedIn } = takenPhases(exchange, l10n);
  return {
    kind: 'phases',
    title: l10n.t('Phases'),
    columns: { phase: l10n.t('Phase'), share: l10n.t('Share'), duration: l10n.t('Time') },
    phases: phases.map(({ phase, label, start, duration }): PhaseView => ({
      label,
      start,
      duration,
      text: formatDuration(duration, l10n),
      share: formatShare(duration, total, l10n),
      failed: phase === failedIn ? l10n.t('failed here') : undefined,
    })),
    total,
    totalLabel: l10n.t('Total'),
    totalText: formatDuration(total, l10n),
  };
}

function redirectsBlock(redirects: readonly Redirect[], l10n: L10n): DetailsBlock {
  return {
    kind: 'details',
    title: l10n.t('Redirects ({0})', redirects.length),
    details: redirects.map(({ status, methodBefore, from, methodAfter, to, dropped }) => ({
      label: String(status),
      value: [
        `${methodBefore} ${from}`,
        `→ ${methodAfter} ${to}`,
        ...(dropped.length > 0 ? [l10n.t('Not forwarded: {0}', dropped.join(', '))] : []),
      ].join('\n'),
    })),
  };
}

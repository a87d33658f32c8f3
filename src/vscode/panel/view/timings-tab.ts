import type { Exchange, Phase, Redirect } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import { connectionBlocks } from './connection';
import type { Block, DetailsBlock, PhasesBlock, PhaseView, TabView } from './panel-view';
import { formatDuration, formatShare } from './quantity';

/** Where the time went, over which hops and to whom. */
export function timingsTab(exchange: Exchange, l10n: L10n): TabView {
  const blocks: Block[] = [phasesBlock(exchange, l10n)];
  if (exchange.redirects.length > 0) blocks.push(redirectsBlock(exchange.redirects, l10n));
  if (exchange.connection) blocks.push(...connectionBlocks(exchange.connection, l10n));
  return { id: 'timings', label: l10n.t('Timings'), blocks };
}

/** In the order in which they take place. */
function phaseLabels(l10n: L10n): [Phase, string][] {
  return [
    ['prepare', l10n.t('Preparing')],
    ['dns', l10n.t('Name lookup')],
    ['connect', l10n.t('Connecting')],
    ['tls', l10n.t('TLS handshake')],
    ['send', l10n.t('Sending')],
    ['wait', l10n.t('Waiting for the answer')],
    ['receive', l10n.t('Receiving')],
  ];
}

function phasesBlock({ timings, outcome }: Exchange, l10n: L10n): PhasesBlock {
  const failedIn = outcome.kind === 'failure' ? outcome.phase : undefined;
  const taken = phaseLabels(l10n).flatMap(([phase, label]) => {
    const duration = timings[phase] ?? (phase === failedIn ? 0 : undefined);
    return duration === undefined ? [] : [{ phase, label, duration: Math.max(0, duration) }];
  });
  const sum = taken.reduce((before, { duration }) => before + duration, 0);
  const total = Math.max(timings.total, sum);
  let start = 0;
  const phases = taken.map(({ phase, label, duration }): PhaseView => {
    const view: PhaseView = {
      label,
      start,
      duration,
      text: formatDuration(duration, l10n),
      share: formatShare(duration, total, l10n),
      failed: phase === failedIn ? l10n.t('failed here') : undefined,
    };
    start += duration;
    return view;
  });
  return {
    kind: 'phases',
    title: l10n.t('Phases'),
    columns: { phase: l10n.t('Phase'), share: l10n.t('Share'), duration: l10n.t('Time') },
    phases,
    total,
    totalLabel: l10n.t('Total'),
    totalText: formatDuration(timings.total, l10n),
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
        ...(dropped.length > 0 ? [l10n.t('Not sent on: {0}', dropped.join(', '))] : []),
      ].join('\n'),
    })),
  };
}

import type { Exchange, Phase } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';

/** A phase that took place, in milliseconds from the beginning. */
export interface TakenPhase {
  readonly phase: Phase;
  readonly label: string;
  readonly start: number;
  readonly duration: number;
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

/** The phases end to end, the one that failed among them, and the length of the axis that holds them all. */
export function takenPhases(
  { timings, outcome }: Exchange,
  l10n: L10n,
): { phases: TakenPhase[]; total: number; failedIn: Phase | undefined } {
  const failedIn = outcome.kind === 'failure' ? outcome.phase : undefined;
  let start = 0;
  const phases = phaseLabels(l10n).flatMap(([phase, label]): TakenPhase[] => {
    const taken = timings[phase] ?? (phase === failedIn ? 0 : undefined);
    if (taken === undefined) return [];
    const duration = Math.max(0, taken);
    const at = start;
    start += duration;
    return [{ phase, label, start: at, duration }];
  });
  return { phases, total: Math.max(timings.total, start), failedIn };
}

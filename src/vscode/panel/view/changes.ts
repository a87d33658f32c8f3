import type { Difference } from '../../../core/compare/compare';
import type { Group } from '../../../core/compare/observed-fields';
import type { Snapshot } from '../../../core/compare/snapshot';
import { isGood } from '../../../core/diagnose/is-good';
import type { L10n } from '../../../core/text/language';
import { formatInstant } from '../../../core/text/render';
import type { Block, TabView } from './panel-view';
import { formatDuration } from './quantity';

/** What a diagnosis is compared with, and what differs. */
export interface Changes {
  readonly before: Snapshot;
  readonly differences: readonly Difference[];
}

/** What is different from an earlier diagnosis, field by field. */
export function changesTab({ before, differences }: Changes, l10n: L10n): TabView {
  const outcome =
    before.outcome.kind === 'response'
      ? `${before.outcome.status} ${before.outcome.reason}`.trim()
      : before.outcome.code;
  const when = formatInstant(before.at);
  const blocks: Block[] = [
    {
      kind: 'note',
      tone: isGood(before) ? 'good' : 'info',
      text: isGood(before)
        ? l10n.t('Compared with the last time it worked: {0}, {1}.', when, outcome)
        : l10n.t('Compared with {0}, {1}.', when, outcome),
    },
  ];
  if (differences.length === 0)
    blocks.push({
      kind: 'note',
      tone: 'muted',
      text: l10n.t('Nothing that can be seen from here has changed.'),
    });
  else
    blocks.push({
      kind: 'table',
      isProse: true,
      title: l10n.t('What changed ({0})', differences.length),
      columns: [l10n.t('What'), l10n.t('Then'), l10n.t('Now')],
      rows: differences.map((difference) => [
        nameOf(difference, l10n),
        side(difference.before, difference, l10n),
        difference.isHidden
          ? l10n.t('{0} (another one)', side(difference.after, difference, l10n))
          : side(difference.after, difference, l10n),
      ]),
    });
  return { id: 'changes', label: l10n.t('Changes ({0})', differences.length), blocks };
}

function side(value: string | undefined, { group }: Difference, l10n: L10n): string {
  if (value === undefined) return '—';
  return group === 'timing' ? formatDuration(Number(value), l10n) : value;
}

function nameOf({ group, name }: Difference, l10n: L10n): string {
  const title = groupTitles(l10n)[group];
  return name === '' ? title : `${title}: ${name}`;
}

const groupTitles = (l10n: L10n): Readonly<Record<Group, string>> => ({
  environment: l10n.t('Environment'),
  'request-line': l10n.t('Request'),
  query: l10n.t('Query'),
  'request-header': l10n.t('Header'),
  'request-body': l10n.t('Body'),
  token: l10n.t('Token'),
  answer: l10n.t('Answer'),
  'answer-header': l10n.t('Answer header'),
  timing: l10n.t('Time'),
});

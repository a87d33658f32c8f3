import type { HealthReport, HealthResult } from '../../../core/health/health-report';
import type { L10n } from '../../../core/text/language';
import type { Mark, PanelView } from './panel-view';
import { formatDuration } from './quantity';

/** The health of an API as the panel shows it: one verdict, and a line for each request. */
export function healthView({ api, origin, results }: HealthReport, l10n: L10n): PanelView {
  const good = results.filter(({ verdict }) => verdict === 'good').length;
  const status: Mark =
    good === results.length
      ? { tone: 'good', word: l10n.t('Healthy') }
      : good === 0
        ? { tone: 'bad', word: l10n.t('Not healthy') }
        : { tone: 'caution', word: l10n.t('Partly healthy') };
  const title = l10n.t('{0}: {1} of {2} checks passed', api.name, good, results.length);
  return {
    language: l10n.language,
    header: { method: '', url: origin, status, details: [] },
    title,
    ...summary(results, l10n),
    actions: [{ label: l10n.t('Check again'), message: { type: 'checkHealth' }, primary: true }],
    tabsLabel: l10n.t('Parts of the health check'),
    tabs: [
      {
        id: 'health',
        label: l10n.t('Checks'),
        blocks: [
          {
            kind: 'table',
            isProse: true,
            title: l10n.t('Requests ({0})', results.length),
            columns: [l10n.t('Check'), l10n.t('Answer'), l10n.t('Time'), l10n.t('Expected')],
            rows: results.map((result) => [
              `${result.check.title}\n${result.check.method} ${result.path}`,
              answerMark(result),
              formatDuration(result.duration, l10n),
              result.check.expect ?? '',
            ]),
          },
        ],
      },
    ],
    asideLabel: '',
    announcement: `${status.word}. ${title}.`,
    bodyGone: '',
  };
}

/** What the results have in common, where that says more than each alone. */
function summary(results: readonly HealthResult[], l10n: L10n): { summary?: string } {
  const isAll = (verdict: HealthResult['verdict']): boolean =>
    results.every((result) => result.verdict === verdict);
  if (isAll('refused'))
    return { summary: l10n.t('The API answers, but not to this credential, or not without one.') };
  if (results.every(({ outcome, verdict }) => verdict === 'bad' && /^[A-Z_]+$/.test(outcome)))
    return { summary: l10n.t('Nothing answers at this address.') };
  return {};
}

function answerMark({ verdict, outcome, detail }: HealthResult): Mark {
  const tone = ({ good: 'good', refused: 'caution', bad: 'bad' } as const)[verdict];
  return { tone, word: [outcome, detail].filter(Boolean).join(' — ') };
}

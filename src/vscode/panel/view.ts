import type { Diagnosis } from '../../core/diagnose/diagnosis';
import type { Exchange } from '../../core/exchange/exchange';
import type { L10n } from '../../core/text/language';
import { changesTab } from './view/changes';
import { diagnosisTab } from './view/diagnosis-tab';
import { headerView } from './view/header';
import type { ButtonView, Origin, PageReference, PanelView } from './view/panel-view';
import { requestTab } from './view/request-tab';
import { responseTab } from './view/response-tab';
import { timingsTab } from './view/timings-tab';
import type { ViewParts } from './view/view-parts';

/** A diagnosis with its exchange, which must be redacted already, as the panel shows them. */
export function toView(
  diagnosis: Diagnosis,
  exchange: Exchange,
  l10n: L10n,
  parts: ViewParts = {},
): PanelView {
  const header = headerView(diagnosis, exchange, l10n);
  const { title, summary } = verdict(diagnosis, l10n);
  const page = pageOf(diagnosis);
  const { changes } = parts;
  return {
    language: l10n.language,
    header,
    title,
    summary,
    actions: actions(page !== undefined, parts, l10n),
    tabsLabel: l10n.t('Parts of the diagnosis'),
    tabs: [
      diagnosisTab(diagnosis, exchange, parts.glance, l10n),
      responseTab(exchange, l10n),
      requestTab(exchange, l10n),
      timingsTab(exchange, l10n),
      ...(changes ? [changesTab(changes, l10n)] : []),
    ],
    asideLabel: l10n.t('Charts of the exchange'),
    announcement: `${header.status.word}. ${title}.`,
    bodyGone: l10n.t('The body is not kept when the window reloads. Run the request again to see it.'),
    origin: originOf(exchange),
    page,
  };
}

function verdict({ problem, outcome }: Diagnosis, l10n: L10n): { title: string; summary?: string } {
  if (problem) return { title: problem.title, summary: problem.summary };
  if (outcome.kind === 'failure') return { title: l10n.t('No answer came'), summary: outcome.message };
  if (outcome.status >= 400) {
    return {
      title: statusLine(outcome),
      summary: l10n.t('No catalog has an entry for this error. The answer is in the next tab.'),
    };
  }
  const summary = l10n.t('Nothing in this exchange points to a known problem.');
  if (outcome.status >= 300) return { title: statusLine(outcome), summary };
  return { title: l10n.t('The request succeeded'), summary };
}

function statusLine({ status, reason }: { status: number; reason: string }): string {
  return `${status} ${reason}`.trim();
}

/** The way out of this very situation first; what only tells of it has less weight. */
function actions(hasPage: boolean, { canRefresh, mustWait }: ViewParts, l10n: L10n): ButtonView[] {
  const wayOut: ButtonView[] = [];
  if (canRefresh)
    wayOut.push({ label: l10n.t('Refresh the token and send again'), message: { type: 'refreshAndSend' } });
  if (mustWait) wayOut.push({ label: l10n.t('Wait and send again'), message: { type: 'sendAfterWait' } });
  const [first, ...others] = [
    ...wayOut,
    { label: l10n.t('Run again'), message: { type: 'runAgain' } } as const,
  ];
  const buttons: ButtonView[] = [
    ...(first ? [{ ...first, primary: true }] : []),
    ...others,
    { label: l10n.t('Copy support report'), message: { type: 'copyReport' }, quiet: true },
    { label: l10n.t('Open report'), message: { type: 'openReport' }, quiet: true },
  ];
  if (hasPage) buttons.push({ label: l10n.t('Open guide page'), message: { type: 'openPage' }, quiet: true });
  buttons.push({ label: l10n.t('Compare…'), message: { type: 'compare' }, quiet: true });
  return buttons;
}

function pageOf({ problem }: Diagnosis): PageReference | undefined {
  return problem?.catalog === undefined ? undefined : { api: problem.catalog, problem: problem.id };
}

function originOf({ written }: Exchange): Origin | undefined {
  return written && { uri: written.uri, line: written.requestLine, environment: written.environment };
}

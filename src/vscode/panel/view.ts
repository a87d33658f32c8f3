import type { Diagnosis } from '../../core/diagnose/diagnosis';
import type { Exchange } from '../../core/exchange/exchange';
import type { L10n } from '../../core/text/language';
import { diagnosisTab } from './view/diagnosis-tab';
import { headerView } from './view/header';
import type { ButtonView, Origin, PageReference, PanelView } from './view/panel-view';
import { requestTab } from './view/request-tab';
import { responseTab } from './view/response-tab';
import { timingsTab } from './view/timings-tab';

/** A diagnosis with its exchange, which must be redacted already, as the panel shows them. */
export function toView(diagnosis: Diagnosis, exchange: Exchange, l10n: L10n): PanelView {
  const header = headerView(diagnosis, exchange, l10n);
  const { title, summary } = verdict(diagnosis, l10n);
  const page = pageOf(diagnosis);
  return {
    language: l10n.language,
    header,
    title,
    summary,
    actions: actions(page !== undefined, l10n),
    tabsLabel: l10n.t('Parts of the diagnosis'),
    tabs: [
      diagnosisTab(diagnosis, l10n),
      responseTab(exchange, l10n),
      requestTab(exchange, l10n),
      timingsTab(exchange, l10n),
    ],
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

function actions(hasPage: boolean, l10n: L10n): ButtonView[] {
  const buttons: ButtonView[] = [
    { label: l10n.t('Run again'), message: { type: 'runAgain' }, primary: true },
    { label: l10n.t('Copy support report'), message: { type: 'copyReport' } },
  ];
  if (hasPage) buttons.push({ label: l10n.t('Open guide page'), message: { type: 'openPage' } });
  return buttons;
}

function pageOf({ problem }: Diagnosis): PageReference | undefined {
  return problem?.catalog === undefined ? undefined : { api: problem.catalog, problem: problem.id };
}

function originOf({ written }: Exchange): Origin | undefined {
  return written && { uri: written.uri, line: written.requestLine, environment: written.environment };
}

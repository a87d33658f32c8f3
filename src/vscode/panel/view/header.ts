import type { Diagnosis } from '../../../core/diagnose/diagnosis';
import type { Exchange } from '../../../core/exchange/exchange';
import type { L10n } from '../../../core/text/language';
import { formatInstant } from '../../../core/text/render';
import type { Detail, HeaderView, Mark, Tone } from './panel-view';
import { formatDuration } from './quantity';

/** What was asked, how it went, and the few facts that tell this run from others. */
export function headerView(diagnosis: Diagnosis, exchange: Exchange, l10n: L10n): HeaderView {
  return {
    method: diagnosis.request.method,
    url: diagnosis.request.url,
    status: statusMark(diagnosis),
    details: details(diagnosis, exchange, l10n),
  };
}

function statusMark({ outcome, problem }: Diagnosis): Mark {
  if (outcome.kind === 'failure') return { tone: 'bad', word: outcome.code };
  return {
    tone: statusTone(outcome.status, problem !== undefined),
    word: `${outcome.status} ${outcome.reason}`.trim(),
  };
}

/** By the classes of RFC 9110 §15; a success in which a problem was found is not plainly good. */
export function statusTone(status: number, hasProblem = false): Tone {
  if (status >= 400) return 'bad';
  if (hasProblem) return 'caution';
  return status >= 200 && status < 300 ? 'good' : 'info';
}

function details(diagnosis: Diagnosis, exchange: Exchange, l10n: L10n): Detail[] {
  const { api, environment, problem, requestId, retryAt } = diagnosis;
  const candidates: [string, string | undefined][] = [
    [l10n.t('API'), api?.name],
    [l10n.t('Code'), problem?.code],
    [l10n.t('Environment'), environment],
    [l10n.t('Sent'), formatInstant(exchange.startedAt)],
    [l10n.t('Took'), formatDuration(exchange.timings.total, l10n)],
    [l10n.t('Retry from'), retryAt && formatInstant(Date.parse(retryAt))],
    [l10n.t('Request id'), requestId],
  ];
  return candidates.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

import { l10n as vscodeL10n, window } from 'vscode';
import type { DiagnosedProbe } from '../../core/diagnose/diagnosis';
import type { Exchange } from '../../core/exchange/exchange';
import { readExchange } from '../../core/exchange/read-exchange';
import { joinLedger, type ProbeResult } from '../../core/probes/join-ledger';
import { judgeConnection, judgeProbe, type SuggestedProbe } from '../../core/probes/suggest-probes';
import { redactorFor } from '../../core/redact/redactor';
import type { L10n } from '../../core/text/language';
import { render } from '../../core/text/render';
import { type ProbeAnswer, sendProbe } from '../../http/probes/send-probe';
import { defaultLimits } from '../../http/transport/transport';
import type { Diagnosed } from '../diagnose/diagnose-request';
import { plainNotice } from '../plain-notice';
import { underProgress } from '../under-progress';

/** Probes that were sent and are not answered yet, by the exchange that they are about. */
const underWay = new WeakMap<Exchange, Set<string>>();

/**
 * Shows what a probe would send, sends it once the user agrees, and answers the diagnosis with what it showed.
 * `current` is the diagnosis as it is known by then, unless there is a newer one.
 */
export async function sendOne(
  current: () => Diagnosed | undefined,
  probe: SuggestedProbe,
  timeoutMs: number,
  l10n: L10n,
): Promise<Diagnosed | undefined> {
  const offered = shownIn(current(), probe);
  if (!offered || !(await isConfirmed(offered))) return undefined;
  // While the user was asked, another probe may have been told to stop by the server, or this one sent.
  const diagnosed = current();
  const shown = shownIn(diagnosed, probe);
  if (!diagnosed || !shown) return undefined;
  const { raw } = diagnosed;
  const sent = underWay.get(raw) ?? new Set();
  underWay.set(raw, sent.add(probe.id));
  const verifyCertificate = !(raw.outcome.kind === 'response' && raw.connection?.tls?.authorized === false);
  const answer = await underProgress(shown.title, (signal) =>
    sendProbe(probe.target, { signal, limits: { ...defaultLimits, timeoutMs }, verifyCertificate }),
  ).finally(() => sent.delete(probe.id));
  const result = answer && resultOf(diagnosed, probe, answer, l10n);
  const now = current();
  return result && now && { ...now, diagnosis: joinLedger(now.diagnosis, result) };
}

/** A probe as it is offered: not sent yet, and not withdrawn. */
function shownIn(diagnosed: Diagnosed | undefined, { id }: SuggestedProbe): DiagnosedProbe | undefined {
  if (!diagnosed || underWay.get(diagnosed.raw)?.has(id)) return undefined;
  return diagnosed.diagnosis.probes?.find((each) => each.id === id && each.result === undefined);
}

async function isConfirmed({ title, request, change, unsafe }: DiagnosedProbe): Promise<boolean> {
  const send = vscodeL10n.t('Send');
  const detail = [
    request,
    change,
    ...(unsafe ? [vscodeL10n.t('It may change something on the server.')] : []),
  ]
    .map(plainNotice)
    .join('\n');
  return (await window.showWarningMessage(plainNotice(title), { modal: true, detail }, send)) === send;
}

function resultOf(
  { raw, api }: Diagnosed,
  probe: SuggestedProbe,
  answer: ProbeAnswer,
  l10n: L10n,
): ProbeResult | undefined {
  const now = Date.now();
  const redacts = [raw, ...(answer.kind === 'exchange' ? [answer.exchange] : [])].map((each) =>
    redactorFor(each, api),
  );
  const protect = (text: string): string => redacts.reduce((shown, redact) => redact(shown), text);
  const finding =
    answer.kind === 'connection'
      ? judgeConnection(probe, answer)
      : judgeProbe(probe, readExchange(raw, api, now), readExchange(answer.exchange, api, now));
  if (!finding) return undefined;
  const { outcome } = answer.kind === 'exchange' ? answer.exchange : { outcome: undefined };
  return {
    probe: probe.id,
    text: render(finding.text, l10n, protect),
    heading: l10n.t('Tests'),
    ...(finding.verdict ? { verdict: finding.verdict } : {}),
    limited: outcome?.kind === 'response' && outcome.status === 429,
  };
}

import { l10n as vscodeL10n, ProgressLocation, window } from 'vscode';
import type { DiagnosedProbe, Diagnosis } from '../../core/diagnose/diagnosis';
import { readExchange } from '../../core/exchange/read-exchange';
import { joinLedger, type ProbeResult } from '../../core/probes/join-ledger';
import { judgeConnection, judgeProbe, type SuggestedProbe } from '../../core/probes/suggest-probes';
import { redactorFor } from '../../core/redact/redactor';
import type { L10n } from '../../core/text/language';
import { render } from '../../core/text/render';
import { type ProbeAnswer, sendProbe } from '../../http/probes/send-probe';
import { defaultLimits } from '../../http/transport/transport';
import type { Diagnosed } from '../diagnose/diagnose-request';

/** Shows what a probe would send, sends it once the user agrees, and answers the diagnosis with what it showed. */
export async function sendOne(
  diagnosed: Diagnosed,
  probe: SuggestedProbe,
  timeoutMs: number,
  l10n: L10n,
): Promise<Diagnosis | undefined> {
  const shown = diagnosed.diagnosis.probes?.find(({ id }) => id === probe.id);
  if (!shown || shown.result !== undefined || !(await isConfirmed(shown))) return undefined;
  const { raw } = diagnosed;
  const verifyCertificate = !(raw.outcome.kind === 'response' && raw.connection?.tls?.authorized === false);
  const answer = await underProgress(shown.title, (signal) =>
    sendProbe(probe.target, { signal, limits: { ...defaultLimits, timeoutMs }, verifyCertificate }),
  );
  const result = answer && resultOf(diagnosed, probe, answer, l10n);
  return result && joinLedger(diagnosed.diagnosis, result);
}

async function isConfirmed({ title, request, change, unsafe }: DiagnosedProbe): Promise<boolean> {
  const send = vscodeL10n.t('Send');
  const detail = [
    request,
    change.replaceAll('`', ''),
    ...(unsafe ? [vscodeL10n.t('It may change something on the server.')] : []),
  ].join('\n');
  return (await window.showWarningMessage(title.replaceAll('`', ''), { modal: true, detail }, send)) === send;
}

/** Nothing where the user cancelled it. */
async function underProgress<Result>(
  title: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const location = ProgressLocation.Notification;
  return window.withProgress(
    { location, title: title.replaceAll('`', ''), cancellable: true },
    async (_progress, cancelled) => {
      const controller = new AbortController();
      const subscription = cancelled.onCancellationRequested(() => controller.abort());
      try {
        return await work(controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return undefined;
        throw error;
      } finally {
        subscription.dispose();
      }
    },
  );
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

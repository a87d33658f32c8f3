import { l10n as vscodeL10n, type QuickPickItem, window } from 'vscode';
import type { Api } from '../../core/catalog/catalog';
import { type HealthCheck, healthChecks } from '../../core/health/health-checks';
import { healthResult, type HealthReport } from '../../core/health/health-report';
import type { L10n } from '../../core/text/language';
import { send } from '../../http/transport/send';
import type { Diagnosed } from '../diagnose/diagnose-request';
import { plainNotice } from '../plain-notice';
import { underProgress } from '../under-progress';
import { inParallel } from './in-parallel';
import { pickTarget } from './pick-target';
import { sendCheck } from './send-check';

/** Requests that are under way at the same time. */
const atOnce = 4;

/** Asks which API and which requests, sends them, and answers how each went; nothing where the user declined or cancelled. */
export async function checkHealth(
  apis: readonly Api[],
  last: Diagnosed | undefined,
  l10n: L10n,
): Promise<HealthReport | undefined> {
  const target = await pickTarget(apis, last);
  if (!target) return undefined;
  const { api, origin, credential } = target;
  const checks = healthChecks(api, target, l10n.language);
  const chosen = await pickChecks(checks, api, origin, credential.length > 0);
  if (!chosen || chosen.length === 0) return undefined;
  const title = vscodeL10n.t('Checking {0}…', api.name);
  return underProgress(title, async (signal, report) => {
    const results = await inParallel(chosen, atOnce, signal, async (check) => {
      const exchange = await sendCheck(check, send, signal);
      report(100 / chosen.length);
      return healthResult(check, exchange, api);
    });
    return { api: { id: api.id, name: api.name }, origin, results };
  });
}

/** Shows every request before any is sent; those that may change something are not chosen from the start. */
async function pickChecks(
  checks: readonly HealthCheck[],
  api: Api,
  origin: string,
  hasCredential: boolean,
): Promise<readonly HealthCheck[] | undefined> {
  if (checks.length === 0) {
    void window.showInformationMessage(
      plainNotice(
        vscodeL10n.t('The catalog of {0} has nothing to check: add a health section to it.', api.name),
      ),
    );
    return undefined;
  }
  const hasOwn = checks.some(({ isOwn, isSafe }) => isOwn && isSafe);
  const items = checks.map((check): QuickPickItem & { check: HealthCheck } => ({
    label: check.title,
    description: `${check.method} ${check.url.slice(origin.length)}`,
    ...(check.isSafe ? {} : { detail: `$(warning) ${vscodeL10n.t('May change something on the server')}` }),
    picked: check.isSafe && (check.isOwn || !hasOwn),
    check,
  }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: vscodeL10n.t('Requests to send to {0}', origin),
    placeHolder: hasCredential
      ? vscodeL10n.t('With the credential of the last request to it')
      : vscodeL10n.t('Without a credential: none is known for it'),
    ignoreFocusOut: true,
  });
  return picked?.map(({ check }) => check);
}

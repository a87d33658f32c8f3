import portuguese from '../../l10n/bundle.l10n.pt-br.json';
import { compareSnapshots } from '../../src/core/compare/compare';
import { type Snapshot, takeSnapshot } from '../../src/core/compare/snapshot';
import { diagnose } from '../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis';
import { identifyApi } from '../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../src/core/exchange/exchange';
import { glanceAt } from '../../src/core/exchange/glance';
import { readExchange } from '../../src/core/exchange/read-exchange';
import type { HealthCheck } from '../../src/core/health/health-checks';
import { healthResult, type HealthResult } from '../../src/core/health/health-report';
import { redactExchange } from '../../src/core/redact/redact-exchange';
import { plainL10n } from '../../src/core/text/language';
import { toView } from '../../src/vscode/panel/view';
import type { PanelView } from '../../src/vscode/panel/view/panel-view';
import { shippedIndex } from '../servers/shipped-knowledge';

const bothL10n = [plainL10n('en'), plainL10n('pt-BR', portuguese as Record<string, string>)];

/** In comparison with it, everything is new. */
const nothing = (snapshot: Snapshot): Snapshot => ({ ...snapshot, fields: [] });

const anyCheck: HealthCheck = {
  title: 'Up?',
  method: 'GET',
  url: 'http://127.0.0.1/health',
  headers: [],
  isSafe: true,
  isOwn: true,
};

/** What is shown of an exchange in one language: the report is part of the diagnosis. */
export interface Shown {
  readonly diagnosis: Diagnosis;
  readonly exchange: Exchange;
  readonly view: PanelView;
  /** What is remembered of it. */
  readonly snapshot: Snapshot;
  /** A health check that was answered so. */
  readonly health: HealthResult;
}

/** Everything that users see of an exchange, in English and in Portuguese, made as the command makes it. */
export function showEverything(exchange: Exchange): Shown[] {
  const knowledge = indexKnowledge(shippedIndex());
  const knows = ({ id }: { id: string }, code: string): boolean => knowledge.byCode(id, code).length > 0;
  const api = identifyApi(exchange, shippedIndex().apis, knows);
  const redacted = redactExchange(exchange, api);
  return bothL10n.map((l10n) => {
    const diagnosis = diagnose(exchange, { api, knowledge, now: Date.now(), l10n });
    const snapshot = takeSnapshot(diagnosis, exchange, redacted, api, 'salt');
    const changes = { before: nothing(snapshot), differences: compareSnapshots(nothing(snapshot), snapshot) };
    const glance = glanceAt(readExchange(exchange, api, Date.now()));
    const view = toView(diagnosis, redacted, l10n, { glance, changes, canRefresh: true, mustWait: true });
    const health = healthResult(anyCheck, exchange, api);
    return { diagnosis, exchange: redacted, view, snapshot, health };
  });
}

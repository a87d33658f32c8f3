import portuguese from '../../l10n/bundle.l10n.pt-br.json';
import { compareSnapshots } from '../../src/core/compare/compare';
import { type Snapshot, takeSnapshot } from '../../src/core/compare/snapshot';
import { diagnose } from '../../src/core/diagnose/diagnose';
import type { Diagnosis } from '../../src/core/diagnose/diagnosis';
import type { Knowledge } from '../../src/core/diagnose/knowledge';
import { identifyApi } from '../../src/core/diagnose/identify-api';
import { indexKnowledge } from '../../src/core/diagnose/index-knowledge';
import type { Exchange } from '../../src/core/exchange/exchange';
import { findProblem } from '../../src/core/diagnose/find-problem';
import { glanceAt } from '../../src/core/exchange/glance';
import { readExchange } from '../../src/core/exchange/read-exchange';
import { toDiagnosedFixes } from '../../src/core/fixes/describe';
import { findFixes } from '../../src/core/fixes/find-fixes';
import type { SourceFiles } from '../../src/core/fixes/repair-context';
import type { HealthCheck } from '../../src/core/health/health-checks';
import { healthResult, type HealthResult } from '../../src/core/health/health-report';
import { toDiagnosedProbes } from '../../src/core/probes/describe';
import { suggestProbes } from '../../src/core/probes/suggest-probes';
import { redactExchange } from '../../src/core/redact/redact-exchange';
import { redactorFor } from '../../src/core/redact/redactor';
import { plainL10n } from '../../src/core/text/language';
import type { Phrase } from '../../src/core/text/phrase';
import { render } from '../../src/core/text/render';
import { toView } from '../../src/vscode/panel/view';
import type { PanelView } from '../../src/vscode/panel/view/panel-view';
import { shippedIndex } from '../servers/shipped-knowledge';

const bothL10n = [plainL10n('en'), plainL10n('pt-BR', portuguese as Record<string, string>)];

let indexed: Knowledge | undefined;

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
  /** Fixes and tests as they are offered. */
  readonly offers: readonly unknown[];
}

/** Everything that users see of an exchange, in English and in Portuguese, made as the command makes it. */
export function showEverything(exchange: Exchange): Shown[] {
  const knowledge = (indexed ??= indexKnowledge(shippedIndex()));
  const knows = ({ id }: { id: string }, code: string): boolean => knowledge.byCode(id, code).length > 0;
  const api = identifyApi(exchange, shippedIndex().apis, knows);
  const redact = redactorFor(exchange, api);
  const redacted = redactExchange(exchange, api, redact);
  const reading = readExchange(exchange, api, Date.now());
  return bothL10n.map((l10n) => {
    const diagnosis = diagnose(exchange, { api, knowledge, now: Date.now(), l10n });
    const snapshot = takeSnapshot(diagnosis, exchange, redacted, api, 'salt');
    const changes = { before: nothing(snapshot), differences: compareSnapshots(nothing(snapshot), snapshot) };
    const glance = glanceAt(reading);
    const say = (phrase: Phrase): string => render(phrase, l10n, redact);
    const fixes = toDiagnosedFixes(findFixes(reading, diagnosis, sourceOf(exchange)), say);
    const found = { reading, problem: findProblem(reading, knowledge) };
    const probes = toDiagnosedProbes(suggestProbes(found, diagnosis), say, redact, l10n.language);
    const offers = [...fixes, ...probes];
    const view = toView({ ...diagnosis, fixes, probes }, redacted, l10n, {
      glance,
      changes,
      canRefresh: true,
      mustWait: true,
    });
    const health = healthResult(anyCheck, exchange, api);
    return { diagnosis, exchange: redacted, view, snapshot, health, offers };
  });
}

/** The file of a request as far as its exchange tells. */
const sourceOf = ({ written }: Exchange): SourceFiles => ({
  text: written ? '\n'.repeat(written.firstLine) + written.text : '',
  environments: [],
});

import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, l10n as vscodeL10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Api } from '../../core/catalog/catalog';
import type { CatalogIndex } from '../../core/catalog/catalog-index';
import { indexKnowledge } from '../../core/diagnose/index-knowledge';
import { diagnose } from '../../core/diagnose/diagnose';
import type { Knowledge as DiagnosisKnowledge } from '../../core/diagnose/knowledge';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { findProblem } from '../../core/diagnose/find-problem';
import { identifyApi } from '../../core/diagnose/identify-api';
import type { Exchange } from '../../core/exchange/exchange';
import { type Glance, glanceAt } from '../../core/exchange/glance';
import { readExchange } from '../../core/exchange/read-exchange';
import { toDiagnosedFixes } from '../../core/fixes/describe';
import { findFixes } from '../../core/fixes/find-fixes';
import { sinceFix } from '../../core/fixes/since-fix';
import { toDiagnosedProbes } from '../../core/probes/describe';
import { suggestProbes, type SuggestedProbe } from '../../core/probes/suggest-probes';
import { refreshOf } from '../../core/refresh/refresh-request';
import { redactExchange } from '../../core/redact/redact-exchange';
import { secretNamesOfAll } from '../../core/redact/secret-names-of';
import { redactorFor } from '../../core/redact/redactor';
import type { L10n, Language } from '../../core/text/language';
import type { Phrase } from '../../core/text/phrase';
import { render } from '../../core/text/render';
import type { Ask, Log } from '../../http/engine/run-state';
import { chooseEnvironment } from '../../http/environments';
import { cancelled, RunError } from '../../http/run-error';
import { runRequest } from '../../http/run';
import type { Sessions } from '../../http/sessions';
import type { Transport } from '../../http/transport/transport';
import { untilAborted } from '../../http/until-aborted';
import { tokenOf } from '../cancellation-token';
import { plainNotice } from '../plain-notice';
import type { FoundFixes } from '../fixes/found-fixes';
import { sourceFiles } from '../fixes/source-files';
import { clientSettings } from '../environment/client-settings';
import { definedEnvironments } from '../environment/defined-environments';
import type { Knowledge } from '../knowledge/knowledge';
import { setting } from '../settings';
import { DiagnoseError } from './diagnose-error';
import type { DiagnoseTarget } from './diagnose-target';
import { unsavedText } from './unsaved-text';

export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  /** Redacted: fit to be shown. */
  readonly exchange: Exchange;
  /** As it was, secrets and all: only to send again, and for the user who asks to see it. Never shown, never stored. */
  readonly raw: Exchange;
  readonly api: Api | undefined;
  readonly glance: Glance;
  /** Whether the API's refresh request may get a new token for it. */
  readonly canRefresh: boolean;
  readonly repairs: FoundFixes;
  /** With the credential of the request where they carry it: only to be sent. */
  readonly probes: readonly SuggestedProbe[];
}

export interface DiagnoseOptions {
  readonly target: DiagnoseTarget;
  /** The document when the user asked: its lines are the target's, whatever is edited since. */
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly l10n: L10n;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Cookies, tokens and answers of named requests that came before. */
  readonly sessions: Sessions;
  /** The environment to use where the target names none; empty where none is chosen. */
  readonly chosenEnvironment: string;
  /** This extension's, for the report. */
  readonly version: string;
  /** Texts in another language than the user's, for a report. */
  readonly l10nIn: (language: Language) => Promise<L10n>;
  /** Sends the request another way; by default as it stands in its file. */
  readonly transport?: Transport;
  /** The diagnosis that a fix was applied for. */
  readonly since?: Diagnosis;
}

/**
 * Runs the request and diagnoses its exchange.
 * @throws DiagnoseError where there is nothing to diagnose.
 */
export async function diagnoseRequest({
  target,
  text,
  knowledge,
  l10n,
  log,
  signal,
  sessions,
  version,
  l10nIn,
  transport,
  since,
  chosenEnvironment,
}: DiagnoseOptions): Promise<Diagnosed> {
  const { document, line } = target;
  try {
    const file = fileOf(document);
    const root = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? dirname(file);
    const session = sessions.of(root);
    const wanted = target.environment ?? chosenEnvironment;
    const defined = definedEnvironments(document);
    const environment = await untilAborted(signal, chooseEnvironment({ file, text, root, wanted, defined }));
    const exchange = await runRequest({
      file,
      uri: document.uri.toString(),
      text,
      line,
      ...(environment ? { environment: [environment] } : {}),
      definedEnvironments: defined,
      clientSettings: clientSettings(document),
      root,
      signal,
      limits: {
        timeoutMs: setting('request.timeout', document) * 1000,
        maxBodyBytes: setting('request.maximumBody', document) * 1_000_000,
      },
      trusted: workspace.isTrusted,
      ask: askUntil(signal),
      // VS Code itself asks whether a page may be opened.
      open: async (url) => void (await env.openExternal(Uri.parse(url, true))),
      log,
      session,
      secretNames: secretNamesOfAll(knowledge.index.apis),
      unsaved: (path) => unsavedText(document.uri.with({ path: Uri.file(path).path })),
      ...(transport ? { transport } : {}),
    });
    const lookup = diagnosisKnowledge(knowledge.index);
    const api = identifyApi(
      exchange,
      knowledge.index.apis,
      ({ id }, code) => lookup.byCode(id, code).length > 0,
      new Set(setting('apis', document)),
    );
    const now = Date.now();
    const reportL10n = api?.support?.language ? await l10nIn(api.support.language) : undefined;
    const reading = readExchange(exchange, api, now);
    const redact = redactorFor(exchange, api);
    const say = (phrase: Phrase): string => render(phrase, l10n, redact);
    const diagnosis = diagnose(exchange, { api, knowledge: lookup, now, l10n, reportL10n, version });
    const files = await sourceFiles(document, text, environment);
    const fixes = findFixes(reading, diagnosis, files);
    const probes = suggestProbes({ reading, problem: findProblem(reading, lookup) }, diagnosis);
    const change = since && sinceFix(since, diagnosis);
    // The answer had come; whoever waited for it does no more.
    if (signal.aborted) throw cancelled(signal.reason);
    return {
      diagnosis: {
        ...diagnosis,
        fixes: toDiagnosedFixes(fixes, say),
        probes: toDiagnosedProbes(probes, say, redact, l10n.language),
        ...(change ? { sinceFix: { text: say(change.text), helped: change.helped } } : {}),
      },
      probes,
      repairs: { fixes, uri: document.uri.toString(), files },
      exchange: redactExchange(exchange, api),
      raw: exchange,
      api,
      glance: glanceAt(reading),
      canRefresh: refreshOf(reading) !== undefined,
    };
  } catch (error) {
    throw error instanceof RunError ? new DiagnoseError(error.reason, render(error.phrase, l10n)) : error;
  }
}

const known = new WeakMap<CatalogIndex, DiagnosisKnowledge>();

/** The index as a diagnosis asks it; made once for each index, since it remembers what it looked up. */
function diagnosisKnowledge(index: CatalogIndex): DiagnosisKnowledge {
  const found = known.get(index) ?? indexKnowledge(index);
  known.set(index, found);
  return found;
}

/** The path of a file on disk; one that was never saved counts as lying in the first folder. */
function fileOf({ uri }: TextDocument): string {
  if (uri.scheme === 'file' || uri.scheme === 'vscode-remote') return uri.fsPath;
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
  if (uri.scheme === 'untitled') return join(folder, `${uri.path.replaceAll('/', '_')}.http`);
  throw new DiagnoseError(
    'unreadable',
    vscodeL10n.t('Requests can only be diagnosed in files on disk: save this one first.'),
  );
}

/** Questions that a request asks while it is built (`{{$prompt}}`, `# @note`); they close when it is cancelled. */
const askUntil =
  (signal: AbortSignal): Ask =>
  async ({ kind, message, initial, choices }) => {
    const question = plainNotice(message);
    if (kind === 'choice') {
      const options = { title: question, ignoreFocusOut: true };
      return window.showQuickPick([...(choices ?? [])], options, tokenOf(signal));
    }
    if (kind === 'open') return window.showInformationMessage(question, vscodeL10n.t('Open'));
    if (kind === 'confirm') {
      const send = vscodeL10n.t('Send');
      return (await window.showWarningMessage(question, { modal: true }, send)) === send ? 'yes' : undefined;
    }
    return window.showInputBox(
      { prompt: question, value: initial, password: kind === 'password', ignoreFocusOut: true },
      tokenOf(signal),
    );
  };

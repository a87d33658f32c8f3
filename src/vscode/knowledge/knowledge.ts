import { join } from 'node:path';
import { type ExtensionContext, type LogOutputChannel, type Uri, workspace } from 'vscode';
import type { Api } from '../../core/catalog/catalog';
import { buildCatalogIndex, type CatalogIndex, type CompiledSource } from '../../core/catalog/catalog-index';
import {
  type ApiEvidence,
  combineEvidence,
  evidenceAround,
  evidenceIn,
} from '../../core/explain/api-evidence';
import { apiCalled, type CalledPlace } from '../../core/explain/api-called';
import { explainBest } from '../../core/explain/explain';
import type { Explanation } from '../../core/explain/explanation';
import { explainToken } from '../../core/explain/token';
import { readAround } from '../../core/explain/read-around';
import { readFieldValue } from '../../core/explain/field-value';
import type { Mention } from '../../core/recognize/mention';
import { mentionsAt, mentionsIn } from '../../core/recognize/recognize';
import { redactText } from '../../core/redact/redactor';
import type { L10n } from '../../core/text/language';
import { render } from '../../core/text/render';
import { setting } from '../settings';
import { openCompiled } from './open-compiled';
import { findTeamCatalogs } from './team-catalog-files';
import { readWorkspaceEvidence, type WorkspaceEvidence } from './workspace-evidence';

/** The catalogs in memory, and what can be asked of them. */
export interface Knowledge {
  readonly index: CatalogIndex;
  /** Whether a `.http` file of the workspace has a request for the API with this id. */
  hasRequestFor(api: string): boolean;
  /** Everything in a text that is recognized. */
  mentionsIn(text: string, languageId: string): Mention[];
  /** The API that a call in source code goes to, if anything tells. */
  apiCalled(place: CalledPlace): Api | undefined;
  /** Explains what stands at an offset of a text; `uri` helps to tell which API is meant. */
  explainAt(text: string, offset: number, languageId: string, l10n: L10n, uri?: Uri): Explanation | undefined;
  /** Explains everything in a line of output that is recognized. */
  explainAll(line: string, l10n: L10n): Explanation[];
  /** Explains the first thing in a text that is recognized, errors before successes. */
  explainFirst(text: string, languageId: string, l10n: L10n): Explanation | undefined;
}

const opened = new WeakMap<ExtensionContext, CompiledSource>();

/** The shipped catalogs: opened once, however often a team's own are loaded again. */
function shippedCatalogs(context: ExtensionContext): CompiledSource {
  const known = opened.get(context) ?? openCompiled(join(context.extensionPath, 'dist', 'catalogs.jsonl.br'));
  opened.set(context, known);
  return known;
}

/** Characters of a text that are searched where no offset is given. */
const longestQuestion = 100_000;

export async function loadKnowledge(context: ExtensionContext, log: LogOutputChannel): Promise<Knowledge> {
  const shipped = shippedCatalogs(context);
  const team = await teamCatalogs(context, log, shipped);
  const index = buildCatalogIndex([shipped, ...team]);
  const named = namedApis(index, setting('apis'));
  // Hovers do not wait for it: until the files were read, the text itself has to tell.
  let around: WorkspaceEvidence = { apis: new Map(), requested: new Set() };
  readWorkspaceEvidence(index).then(
    (evidence) => (around = evidence),
    (error: unknown) => log.warn(`The workspace's requests could not be read: ${String(error)}`),
  );

  const explainMentions = (
    mentions: readonly Mention[],
    text: string,
    l10n: L10n,
    uri?: Uri,
  ): Explanation | undefined => {
    const [first] = mentions;
    if (!first) return undefined;
    if (first.kind === 'token') return explainToken(first, text, index, Date.now(), l10n);
    const evidence = combineEvidence(
      evidenceAround(text, first.start, index),
      uri ? evidenceIn(uri.path.slice(-200), index) : new Map(),
      around.apis,
      named,
    );
    const explanation = explainBest(mentions, text, evidence, index, l10n.language);
    if (!explanation) return undefined;
    const { kind, text: name, start } = explanation.mention;
    const api = index.apis.find(({ id }) => id === explanation.api.id);
    const read =
      kind === 'field'
        ? readFieldValue(name, text, start, Date.now())
        : readAround(text, start, explanation.problem.status[0], api, Date.now());
    return { ...explanation, computed: read.map((each) => redactText(render(each, l10n))) };
  };

  return {
    index,
    hasRequestFor: (api) => around.requested.has(api),
    mentionsIn: (text, languageId) => mentionsIn(text, index, languageId),
    apiCalled: (place) => apiCalled(place, index),
    explainAt(text, offset, languageId, l10n, uri) {
      return explainMentions(mentionsAt(text, offset, index, languageId), text, l10n, uri);
    },
    explainAll: (line, l10n) =>
      mentionsIn(line, index, 'log').flatMap((mention) => explainMentions([mention], line, l10n) ?? []),
    explainFirst(text, languageId, l10n) {
      const mentions = mentionsIn(text.slice(0, longestQuestion), index, languageId);
      const mention =
        mentions.find(({ kind }) => kind !== 'status' && kind !== 'token') ??
        mentions.find(({ status = 0 }) => status >= 400) ??
        mentions[0];
      return mention && explainMentions([mention], text, l10n);
    },
  };
}

/** The setting `apis` says which ones a workspace talks to; that outweighs a name met by chance. */
function namedApis(index: CatalogIndex, ids: readonly string[]): ApiEvidence {
  return new Map(index.apis.flatMap((api, number) => (ids.includes(api.id) ? [[number, 50] as const] : [])));
}

const validated = new WeakSet<ExtensionContext>();

async function teamCatalogs(
  context: ExtensionContext,
  log: LogOutputChannel,
  shipped: CompiledSource,
): Promise<CompiledSource[]> {
  if (!workspace.isTrusted) return [];
  const files = await findTeamCatalogs();
  // The validator is large. Without files it is only needed to take back what it said of earlier ones.
  if (files.length === 0 && !validated.has(context)) return [];
  validated.add(context);
  const { loadTeamCatalogs } = await import('./team-catalogs.js');
  return [await loadTeamCatalogs(files, shipped.index, context, log)];
}

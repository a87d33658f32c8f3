import type { Api } from '../catalog/catalog';
import { phrase } from '../text/phrase';
import type { Phrase } from '../text/phrase';
import type { CallSite } from './call-site';
import { compose } from './compose';
import type { Composition } from './compose';
import { findCall } from './find-calls';
import type { ParsedDocument } from './find-calls';
import type { Dependencies } from './project-dependencies';
import { snippetKinds } from './snippet-catalog';
import type { SiteKind, Snippet, SnippetCatalog, SnippetKind } from './snippet-catalog';

/** An action on the call at the cursor: with edits, or disabled with the reason. */
export type ActionOffer = { kind: SnippetKind; title: Phrase; site: CallSite } & Composition;

const titles: Record<SnippetKind, Phrase> = {
  retry: phrase('Retry with exponential backoff'),
  tokenRefresh: phrase('Refresh the token on 401'),
};

/** What is known of the file beside its text. */
export interface Surroundings {
  /** The API that a call goes to, where that is known. */
  apiOf?: (site: CallSite) => Api | undefined;
  /** One level of indentation, for a file that has none yet. */
  indent?: string;
  /** The packages that the file's project depends on. */
  dependencies?: Dependencies;
}

/** What can be done for the call at an offset. What is there already is not offered. */
export function listActions(
  catalog: SnippetCatalog,
  document: ParsedDocument,
  offset: number,
  { apiOf, indent, dependencies = new Map() }: Surroundings = {},
): ActionOffer[] {
  const site = findCall(catalog, document, offset);
  if (!site) return [];
  const api = apiOf?.(site);
  return snippetKinds
    .filter((kind) => !site.has.includes(kind))
    .flatMap((kind) => {
      const snippet = preferred(site, kind, dependencies);
      if (!snippet) return [];
      const title = snippet.needs === undefined ? titles[kind] : phrase('Retry with {0}', snippet.needs);
      return [{ kind, title, site, ...compose(site, snippet, document, api, indent) }];
    });
}

/** The snippet that configures a library which the project has already; otherwise the one that needs none. */
function preferred(site: CallSite, kind: SnippetKind, dependencies: Dependencies): Snippet | undefined {
  const snippets = site.client.snippets.filter(
    (snippet) => snippet.kind === kind && (snippet.sites?.includes(siteKind(site)) ?? true),
  );
  return (
    snippets.find(({ needs }) => needs !== undefined && dependencies.has(needs)) ??
    snippets.find(({ needs }) => needs === undefined)
  );
}

function siteKind({ client, name, object }: CallSite): SiteKind {
  if (client.creations?.includes(name)) return 'creation';
  return object ? 'object' : 'module';
}

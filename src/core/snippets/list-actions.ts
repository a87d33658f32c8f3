import type { Api } from '../catalog/catalog';
import { phrase } from '../text/phrase';
import type { Phrase } from '../text/phrase';
import type { CallSite } from './call-site';
import { compose, whyNot } from './compose';
import { composeInModule } from './compose-module';
import type { NewFile } from './compose-module';
import type { Composition } from './compose';
import { findCall, findCalls } from './find-calls';
import type { ParsedDocument } from './find-calls';
import { handledCall } from './handled-call';
import type { FilePlace } from './own-module';
import type { Dependencies } from './project-dependencies';
import { snippetKinds } from './snippet-catalog';
import type { SiteKind, Snippet, SnippetCatalog, SnippetKind } from './snippet-catalog';

/** An action on the call at the cursor: with edits, or disabled with the reason. */
export type ActionOffer = {
  kind: SnippetKind;
  title: Phrase;
  site: CallSite;
  /** The helper stands in a file of its own; where that is not there yet, it is added. */
  ownModule?: { newFile?: NewFile };
} & Composition;

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
  /** What stands beside the file; without it, nothing is put into a file of its own. */
  place?: FilePlace;
  /** What a problem asks for that is mentioned at the offset; only asked where there is no call. */
  advised?: () => readonly SnippetKind[];
}

/**
 * What can be done for the call at an offset, or for the call whose error is handled there, where that is an error that
 * the action helps against. What is there already is not offered.
 */
export function listActions(
  catalog: SnippetCatalog,
  document: ParsedDocument,
  offset: number,
  { apiOf, indent, dependencies = new Map(), place, advised = () => [] }: Surroundings = {},
): ActionOffer[] {
  const called = findCall(catalog, document, offset);
  const kinds = called ? snippetKinds : advised();
  const asked = called ?? (kinds.length > 0 ? handledCall(catalog, document, offset) : undefined);
  if (!asked) return [];
  const api = apiOf?.(asked);
  const site = whereWritten(asked, catalog, document);
  if (!site) {
    const disabledReason = phrase('The client is not made in this file: write it where the client is made.');
    return kinds.map((kind) => ({ kind, title: titles[kind], site: asked, disabledReason }));
  }
  const wanted = kinds.filter((kind) => !site.has.includes(kind));
  const offers = wanted.flatMap((kind): ActionOffer[] => {
    const snippet = preferred(site, kind, dependencies);
    if (!snippet) return [];
    const title = snippet.needs === undefined ? titles[kind] : phrase('Retry with {0}', snippet.needs);
    const disabledReason = site === asked ? undefined : whyNot(asked, snippet, api);
    if (disabledReason) return [{ kind, title, site, disabledReason }];
    return [{ kind, title, site, ...compose(site, snippet, document, api, indent, place) }];
  });
  // Tokens stay in the file that logs in and sets them.
  const snippet = wanted.includes('retry') && place ? preferred(site, 'retry', dependencies) : undefined;
  const inModule = snippet && place && composeInModule(site, snippet, document, place, api, indent);
  if (!inModule) return offers;
  const { edits, newFile } = inModule;
  const title = phrase('Retry with exponential backoff, in a module of its own');
  return [...offers, { kind: 'retry', title, site, edits, ownModule: { newFile } }];
}

/**
 * The call itself; or, of a client that only its creation can be told to, the one place of the file where that is made.
 */
function whereWritten(
  site: CallSite,
  catalog: SnippetCatalog,
  document: ParsedDocument,
): CallSite | undefined {
  const { client } = site;
  if (client.snippets.some(({ sites }) => sites?.includes(siteKind(site)) ?? true)) return site;
  const made = findCalls(catalog, document).filter(
    (other) => other.client === client && siteKind(other) === 'creation',
  );
  const { url, baseName, tokenName } = site;
  return made.length === 1 && made[0] ? { ...made[0], url, baseName, tokenName } : undefined;
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

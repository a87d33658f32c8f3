import type { Api } from '../catalog/catalog';
import { phrase } from '../text/phrase';
import type { Phrase } from '../text/phrase';
import type { CallSite } from './call-site';
import { compose } from './compose';
import type { Composition } from './compose';
import { findCall } from './find-calls';
import type { ParsedDocument } from './find-calls';
import type { SnippetCatalog, SnippetKind } from './snippet-catalog';

/** An action on the call at the cursor: with edits, or disabled with the reason. */
export type ActionOffer = { kind: SnippetKind; title: Phrase; site: CallSite } & Composition;

const titles: Record<SnippetKind, Phrase> = {
  retry: phrase('Retry with exponential backoff'),
  tokenRefresh: phrase('Refresh the token on 401'),
};

/**
 * What can be done for the call at an offset. What is there already is not offered.
 * @param apiOf the API that a call goes to, where that is known
 * @param indent one level of indentation, for a file that has none yet
 */
export function listActions(
  catalog: SnippetCatalog,
  document: ParsedDocument,
  offset: number,
  apiOf: (site: CallSite) => Api | undefined = () => undefined,
  indent?: string,
): ActionOffer[] {
  const site = findCall(catalog, document, offset);
  if (!site) return [];
  const api = apiOf(site);
  return site.client.snippets
    .filter(({ kind }) => !site.has.includes(kind))
    .map((snippet) => ({
      kind: snippet.kind,
      title: titles[snippet.kind],
      site,
      ...compose(site, snippet, document, api, indent),
    }));
}

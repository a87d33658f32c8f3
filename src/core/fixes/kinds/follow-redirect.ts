import { phrase } from '../../text/phrase';
import type { FixEdit, FixKind } from '../fix';
import { pathEdits } from '../path-edits';
import type { RepairContext } from '../repair-context';
import { replaceIn, type Traced } from '../traced';
import { urlParts } from '../url-parts';

/** The URL that redirects led to, written in place of the one that they led from. */
export const followRedirect: FixKind = {
  id: 'follow-redirect',
  repairs: [
    'redirect.methodChanged',
    'redirect.requestLost',
    'redirect.authorizationDropped',
    'redirect.schemeChanged',
    'redirect.notFollowed',
  ],
  statuses: [301, 302, 307, 308, 401, 403, 405],
  find(context) {
    const { reading } = context;
    const { url, exchange } = reading;
    const to = exchange.notFollowed ?? exchange.redirects.at(-1)?.to;
    const final = to !== undefined && URL.canParse(to) ? new URL(to) : undefined;
    if (!url || !final || context.holds('redirect.toLogin') || context.holds('redirect.loop')) return [];
    // A query of its own is an answer to this one request (a signed link, a code), not another address.
    if (final.search !== '' && final.search !== url.search) return [];
    // Nothing that was encrypted goes in the clear, and the scheme and the slash at the end have fixes of their own.
    if (url.protocol === 'https:' && final.protocol !== 'https:') return [];
    const isOtherHost = final.host !== url.host;
    if (!isOtherHost && withoutSlash(final.pathname) === withoutSlash(url.pathname)) return [];
    const edits = addressEdits(context, url, final);
    if (!edits) return [];
    const target = `${final.origin}${final.pathname}`;
    return [
      {
        // The credential goes where the URL says: the user reads where that is.
        title: isOtherHost
          ? phrase('Send the request, and its credential, to `{0}`, where the redirect leads', target)
          : phrase('Change the path to `{0}`', final.pathname),
        certainty: 'probable',
        edits,
      },
    ];
  },
};

/** Edits of scheme, host and path, as far as they differ. */
function addressEdits(context: RepairContext, url: URL, final: URL): readonly FixEdit[] | undefined {
  const traced = context.sentUrl();
  const { scheme, authority } = urlParts(traced.text);
  const path = url.pathname === final.pathname ? [] : pathEdits(context, final.pathname);
  const host = url.host === final.host ? [] : replaceIn(traced, authority, final.host);
  const protocol = url.protocol === final.protocol ? [] : schemeEdits(traced, scheme, final);
  return path && host && protocol ? [...protocol, ...host, ...path] : undefined;
}

const schemeEdits = (
  traced: Traced,
  scheme: { start: number; end: number } | undefined,
  { protocol }: URL,
): readonly FixEdit[] | undefined =>
  scheme
    ? replaceIn(traced, scheme, protocol.slice(0, -1))
    : replaceIn(traced, { start: 0, end: 0 }, `${protocol}//`);

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

import { phrase } from '../../text/phrase';
import type { FixEdit, FixKind, Repair } from '../fix';
import { pathEdits } from '../path-edits';
import type { RepairContext } from '../repair-context';
import { replaceIn } from '../traced';
import { urlParts } from '../url-parts';

/** One slash where two stand; the slash at the end that the endpoint has, or has not. */
export const correctSlashes: FixKind = {
  id: 'correct-slashes',
  repairs: ['path.doubledSlash', 'path.trailingSlash', 'redirect.methodChanged', 'redirect.requestLost'],
  statuses: [301, 302, 307, 308, 400, 404, 405],
  find(context) {
    return [...single(context), ...atTheEnd(context)];
  },
};

function single(context: RepairContext): Repair[] {
  if (!context.holds('path.doubledSlash')) return [];
  const traced = context.sentUrl();
  const { path } = urlParts(traced.text);
  const edits: FixEdit[] = [];
  for (let at = path.start + 1; at < path.end; at++) {
    if (traced.text[at] !== '/' || traced.text[at - 1] !== '/') continue;
    // A base URL ends without a slash, as the paths after it start with one.
    const isBase =
      traced.units[at - 1]?.definition !== undefined && traced.units[at]?.definition === undefined;
    const place = isBase ? at - 1 : at;
    const edit = replaceIn(traced, { start: place, end: place + 1 }, '');
    if (!edit) return [];
    edits.push(...edit);
  }
  return edits.length > 0
    ? [{ title: phrase('Write one slash where two stand'), certainty: 'probable', edits, variant: 'single' }]
    : [];
}

function atTheEnd(context: RepairContext): Repair[] {
  const { reading } = context;
  const { pathname } = reading.url ?? {};
  if (pathname === undefined || pathname.includes('//') || pathname === '/') return [];
  const other = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
  const redirected = reading.exchange.redirects.some(
    ({ to }) => URL.canParse(to) && new URL(to).pathname === other,
  );
  if (!redirected && !context.holds('path.trailingSlash')) return [];
  const edits = pathEdits(context, other);
  if (!edits) return [];
  const title = other.endsWith('/')
    ? phrase('End the path with a slash')
    : phrase('Take the slash off the end of the path');
  return [{ title, certainty: redirected ? 'sure' : 'probable', edits, variant: 'end' }];
}

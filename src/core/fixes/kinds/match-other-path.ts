import { areNear } from '../../exchange/readings/near';
import { withoutOddSlashes } from '../../exchange/readings/path';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { neighbours } from '../neighbours';
import { pathEdits } from '../path-edits';

/** A path that is one slip away from the path of other requests in the file, where no catalog knows better. */
export const matchOtherPath: FixKind = {
  id: 'match-other-path',
  repairs: [],
  statuses: [404],
  find(context) {
    const { path } = context.reading;
    if (path.matches.length > 0 || path.nearMiss !== undefined || path.withPrefix !== undefined) return [];
    const counts = new Map<string, number>();
    for (const { path: other } of neighbours(context)) {
      const wanted = corrected(path.path, other);
      if (wanted !== undefined) counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    const edits = best && pathEdits(context, best[0]);
    if (!edits) return [];
    const title = phrase('Change the path to `{0}`, as other requests of this file have it', best[0]);
    return [{ title, certainty: 'probable', edits }];
  },
};

/** `path` with its one segment that is nearly the other's put right; both begin alike. */
function corrected(path: string, other: string): string | undefined {
  const [segments, known] = [withoutOddSlashes(path).split('/'), withoutOddSlashes(other).split('/')];
  const at = segments.findIndex((segment, place) => segment !== known[place]);
  const meant = known[at];
  if (at < 1 || meant === undefined || !areNear(meant, segments[at] ?? '')) return undefined;
  const result = segments.map((segment, place) => (place === at ? meant : segment)).join('/');
  return path.endsWith('/') ? `${result}/` : result;
}

import { parseEndpoint, withoutOddSlashes } from '../../exchange/readings/path';
import { phrase } from '../../text/phrase';
import type { FixKind } from '../fix';
import { pathEdits } from '../path-edits';

/** The endpoint that was meant: one slip away, or with the prefix that was left out. */
export const correctPath: FixKind = {
  id: 'correct-path',
  repairs: ['path.nearMiss', 'path.prefixMissing'],
  statuses: [301, 302, 307, 308, 404, 405],
  find(context) {
    const { reading } = context;
    const { nearMiss, withPrefix, path } = reading.path;
    const known = (reading.api?.match?.endpoints ?? []).map((endpoint) =>
      endpoint.replace(/^[A-Za-z]+\s+/, '').trim(),
    );
    const candidates = [...new Set([withPrefix, nearMiss])].filter((clean) => clean !== undefined);
    return candidates.flatMap((clean, index) => {
      const wanted = withSlash(clean, path, known);
      const edits = pathEdits(context, wanted);
      return edits
        ? [
            {
              title: phrase('Change the path to `{0}`', wanted),
              certainty: candidates.length === 1 ? 'sure' : 'probable',
              edits,
              ...(index > 0 ? { variant: 'near' } : {}),
            } as const,
          ]
        : [];
    });
  },
};

/** Ends with a slash as the catalog's endpoint does; where none of them says, as it was written. */
function withSlash(clean: string, written: string, known: readonly string[]): string {
  const slashes = known.filter((endpoint) => sameShape(parseEndpoint(endpoint).path, clean));
  const ends =
    slashes.length > 0 ? slashes.some((endpoint) => endpoint.endsWith('/')) : written.endsWith('/');
  return ends ? `${withoutOddSlashes(clean)}/` : clean;
}

const sameShape = (known: string, path: string): boolean => {
  const [a, b] = [known.split('/'), path.split('/')];
  return (
    a.length === b.length && a.every((segment, at) => /^(?:\{.*\}|:.+)$/.test(segment) || segment === b[at])
  );
};

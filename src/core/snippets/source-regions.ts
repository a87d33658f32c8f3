/** Lines of a snippet's source that depend on a condition stand between `// when: <condition>` and `// end`. */
interface Marker {
  when?: string;
  end?: boolean;
}

function markerOf(line: string, comment: string): Marker | undefined {
  const text = line.trim();
  if (!text.startsWith(comment)) return undefined;
  const words = text.slice(comment.length).trim();
  if (words === 'end') return { end: true };
  return words.startsWith('when: ') ? { when: words.slice('when: '.length) } : undefined;
}

/** The conditions that a source names, and what is wrong with its markers. */
export function regionsOf(source: string, comment: string): { conditions: string[]; error?: string } {
  const conditions: string[] = [];
  let open = false;
  for (const line of source.split('\n')) {
    const marker = markerOf(line, comment);
    if (!marker) continue;
    if (open === (marker.when !== undefined)) return { conditions, error: `unbalanced "${line.trim()}"` };
    open = marker.when !== undefined;
    if (marker.when !== undefined) conditions.push(marker.when);
  }
  return open ? { conditions, error: 'a region without its end' } : { conditions };
}

/** The source without markers and without the regions whose condition does not hold. */
export function selectRegions(
  source: string,
  comment: string,
  holds: (condition: string) => boolean,
): string {
  let keep = true;
  return source
    .split('\n')
    .filter((line) => {
      const marker = markerOf(line, comment);
      if (!marker) return keep;
      keep = marker.when === undefined || holds(marker.when);
      return false;
    })
    .join('\n');
}

const tokens = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** Ranges cost time to paint: after these many, about 20 KB of text, the rest stays plain. */
const mostRanges = 3000;

/**
 * Colours JSON by ranges over its one text node (CSS Custom Highlight API): the text stays a text, and a long one
 * does not become ten thousand elements. A browser without that API shows it plain.
 */
export function colourJson(element: HTMLElement): void {
  const node = element.firstChild;
  if (!(node instanceof Text) || !('highlights' in CSS)) return;
  let ranges = 0;
  for (const { 0: token, 1: string, 2: colon, index } of node.data.matchAll(tokens)) {
    if (ranges++ === mostRanges) return;
    const range = new StaticRange({
      startContainer: node,
      startOffset: index,
      endContainer: node,
      endOffset: index + (string ?? token).length,
    });
    highlight(
      string === undefined
        ? /\d/.test(token)
          ? 'json-number'
          : 'json-word'
        : colon
          ? 'json-name'
          : 'json-string',
    ).add(range);
  }
}

/** Forgets the ranges of a page that is gone. */
export function clearJsonColours(): void {
  if ('highlights' in CSS) CSS.highlights.clear();
}

function highlight(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const created = new Highlight();
  CSS.highlights.set(name, created);
  return created;
}

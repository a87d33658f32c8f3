type Name = 'name' | 'string' | 'number' | 'word';

interface Token {
  readonly start: number;
  readonly end: number;
  readonly name: Name;
}

const json = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|-?\b\d[\d.eE+-]*|\b(?:true|false|null)\b/g;
const markup = /(<!--[^]*?(?:-->|$))|<[/?!]?([\w:.-]+)|([\w:.-]+)(?==["'])|(?<==)("[^"<]*"|'[^'<]*')/g;

/** Ranges cost time to paint: after these many, about 20 KB of text, the rest stays plain. */
const mostRanges = 3000;

/**
 * Colours a text by ranges over its text nodes (CSS Custom Highlight API): the text stays a text, and a long one does
 * not become ten thousand elements. A browser without that API shows it plain.
 */
export function colour(element: HTMLElement, syntax: 'json' | 'markup'): void {
  if (!('highlights' in CSS)) return;
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let ranges = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    for (const { start, end, name } of tokensIn((node as Text).data, syntax)) {
      if (ranges++ === mostRanges) return;
      highlight(`code-${name}`).add(
        new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      );
    }
  }
}

/** Forgets the ranges of a page that is gone. */
export function clearColours(): void {
  if ('highlights' in CSS) CSS.highlights.clear();
}

function* tokensIn(text: string, syntax: 'json' | 'markup'): Iterable<Token> {
  if (syntax === 'json') {
    for (const { 0: token, 1: string, 2: colon, index } of text.matchAll(json)) {
      const name = string === undefined ? (/\d/.test(token) ? 'number' : 'word') : colon ? 'name' : 'string';
      yield { start: index, end: index + (string ?? token).length, name };
    }
    return;
  }
  for (const { 0: token, 1: comment, 2: tag, 3: attribute, index } of text.matchAll(markup)) {
    if (comment !== undefined) continue;
    const name = tag !== undefined ? 'word' : attribute !== undefined ? 'name' : 'string';
    yield {
      start: index + token.length - (tag ?? attribute ?? token).length,
      end: index + token.length,
      name,
    };
  }
}

function highlight(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const created = new Highlight();
  CSS.highlights.set(name, created);
  return created;
}

import { createScanner } from 'jsonc-parser';

/**
 * Lays JSON out with two spaces, token by token: numbers keep their digits and objects their doubled keys, which
 * parsing and printing would lose. Stops after `limit` characters, so that a long text costs no more than a short
 * one; `complete` says whether it came to the end.
 */
export function indentJson(source: string, limit: number): { text: string; complete: boolean } {
  const scanner = createScanner(source, true);
  let text = '';
  let depth = 0;
  let previous = '';
  for (;;) {
    scanner.scan();
    const token = source.substr(scanner.getTokenOffset(), scanner.getTokenLength());
    if (token === '') return { text, complete: true };
    const closes = isClosing(token);
    if (closes) depth = Math.max(0, depth - 1);
    if (isOpening(previous) ? !closes : closes || previous === ',') text += newLine(depth);
    text += token === ':' ? ': ' : token;
    // One long string can be most of the text: its beginning is shown, and never half of a surrogate pair.
    if (text.length > limit)
      return { text: text.slice(0, limit).replace(/[\ud800-\udbff]$/, ''), complete: false };
    if (isOpening(token)) depth += 1;
    previous = token;
  }
}

/** Whether the whole text is JSON as RFC 8259 has it. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// Deeper levels are not moved in further: a text of nothing but brackets would otherwise grow by its square.
const newLine = (depth: number): string => `\n${'  '.repeat(Math.min(depth, 40))}`;

const isOpening = (token: string): boolean => token === '{' || token === '[';
const isClosing = (token: string): boolean => token === '}' || token === ']';

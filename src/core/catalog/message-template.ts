/**
 * Message templates: literal text with `{n}` for a number and any other `{name}` for some text; `{Name}` for one that
 * begins with a capital. They are never regular expressions, so that a catalog cannot make the product hang.
 */
export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'number' | 'text'; readonly name: string };

/** Splits a template into its literal parts and placeholders. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (let start = 0; start < template.length;) {
    const end = literalEnd(template, start);
    if (end > start) parts.push({ kind: 'literal', text: template.slice(start, end) });
    start = placeholderEnd(template, end);
    if (end === template.length) break;
    const name = template.slice(end + 1, start - 1);
    parts.push({ kind: name === 'n' ? 'number' : 'text', name });
  }
  return parts;
}

/** Where the literal text from `start` on ends: before the next placeholder, or with the template. */
export function literalEnd(template: string, start: number): number {
  let end = template.indexOf('{', start);
  while (end >= 0 && placeholderEnd(template, end) < 0) end = template.indexOf('{', end + 1);
  return end < 0 ? template.length : end;
}

/** Where the placeholder that begins at `start` ends; negative where none begins: `{"error"}` is literal text. */
export function placeholderEnd(template: string, start: number): number {
  placeholder.lastIndex = start;
  return placeholder.test(template) ? placeholder.lastIndex : -1;
}

const placeholder = /\{[A-Za-z][A-Za-z0-9_]*\}/y;

/** Letters and digits that a template must have at least, so that it does not match almost anything. */
const minimumLetters = 8;

/** Why a template cannot be used, as a sentence; nothing where it can. */
export function templateFlaw(template: string): string | undefined {
  const parts = parseTemplate(template);
  const literals = parts.filter((part) => part.kind === 'literal').map((part) => part.text);
  const letters = literals.join('').replace(/[^\p{L}\p{N}]/gu, '').length;
  if (letters < minimumLetters) {
    return `The message "${template}" would match almost anything: it needs at least ${minimumLetters} letters or digits outside its placeholders.`;
  }
  if (
    parts.some(
      (part, index) => part.kind !== 'literal' && parts[index + 1] && parts[index + 1]?.kind !== 'literal',
    )
  ) {
    return `The message "${template}" has two placeholders with nothing between them: write the text that separates them, or use one.`;
  }
  return undefined;
}

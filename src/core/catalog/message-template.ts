/**
 * Message templates: literal text with `{n}` for a number and any other `{name}` for some text. They are never
 * regular expressions, so that a catalog cannot make the product hang.
 */
export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'number' | 'text'; readonly name: string };

const placeholder = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** Splits a template into its literal parts and placeholders. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(placeholder)) {
    if (match.index > end) parts.push({ kind: 'literal', text: template.slice(end, match.index) });
    const name = match[1] ?? '';
    parts.push({ kind: name === 'n' ? 'number' : 'text', name });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'literal', text: template.slice(end) });
  return parts;
}

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

import { parseTemplate } from '../../catalog/message-template';

/** Characters of a message that are compared, and that one placeholder may stand for. */
const messageLimit = 4000;
const reach = 200;

/**
 * Whether a catalog's message template stands somewhere in a message. Case, typographic quotes and the amount of white
 * space do not count. `{n}` is a number, any other `{name}` some text.
 */
export const matchesMessage = (template: string, message: string): boolean =>
  standsIn(template, fold(message.slice(0, messageLimit)));

/** The same in a text that is folded already; `whole` where the template is to be all of it. */
export function standsIn(template: string, text: string, whole = false): boolean {
  const parts = parseTemplate(template).map((part) =>
    part.kind === 'literal' ? { ...part, text: fold(part.text) } : part,
  );
  while (parts[0] && parts[0].kind !== 'literal') parts.shift();
  while (parts.length > 0 && parts.at(-1)?.kind !== 'literal') parts.pop();
  const first = parts[0];
  if (first?.kind !== 'literal') return false;
  for (let start = text.indexOf(first.text); start >= 0; start = text.indexOf(first.text, start + 1)) {
    const end = matchesFrom(text, start, parts);
    if (end >= 0 && (!whole || (start === 0 && isRest(text.slice(end), template)))) return true;
  }
  return false;
}

/** Nothing, or what the placeholder at the template's end stands for. */
const isRest = (rest: string, template: string): boolean =>
  rest === '' || (template.endsWith('{n}') && /^\d{1,12}$/.test(rest));

function matchesFrom(text: string, start: number, parts: ReturnType<typeof parseTemplate>): number {
  let at = start;
  let gap: 'number' | 'text' | undefined;
  for (const part of parts) {
    if (part.kind !== 'literal') {
      gap = part.kind;
      continue;
    }
    const found =
      gap === undefined ? (text.startsWith(part.text, at) ? at : -1) : text.indexOf(part.text, at + 1);
    if (found < 0 || found - at > reach) return -1;
    if (gap === 'number' && !/^\d[\d.,]*$/.test(text.slice(at, found).trim())) return -1;
    at = found + part.text.length;
    gap = undefined;
  }
  return at;
}

/** A text as templates are compared with it. */
export const fold = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').toLowerCase();

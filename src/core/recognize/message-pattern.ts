import { parseTemplate, type TemplatePart } from '../catalog/message-template';
import { isWordCode, type Word, wordsOf } from './words';

/** A message template, ready to be looked for. */
export interface MessagePattern {
  /** Its parts from the first literal to the last. */
  readonly parts: readonly TemplatePart[];
  /** The words by which it is found: those of its longest literal stretch. */
  readonly anchor: readonly Word[];
  /** The literal that they stand in, from the first of them on. */
  readonly anchorText: string;
  /** How long the message is before its anchor at most, in characters; nothing where a placeholder stands before it. */
  readonly before?: number;
}

/** `HTTP/1.1` and its like stand in every line of an access log: what is beside them is found more quickly. */
const common: ReadonlySet<number> = new Set(wordsOf('HTTP HTTPS GET POST 0 1 2').map(({ hash }) => hash));

/** Characters that one may be written as, at most: `\\u00e1`. */
const longestEscape = 7;

export function messagePatternOf(template: string): MessagePattern {
  const parts = template.includes('{')
    ? withoutOuterPlaceholders(parseTemplate(template))
    : [{ kind: 'literal' as const, text: template }];
  let anchor: readonly Word[] = [];
  let anchorText = '';
  let before: number | undefined;
  let most = 0;
  const last = template.endsWith('}') ? parts.length : parts.length - 1;
  parts.forEach((part, index) => {
    if (part.kind !== 'literal') return;
    // A word that touches a placeholder is not a word of its own in a text: `{n}ms` is found as `30000ms`.
    const touchesBefore = (index > 0 || template.startsWith('{')) && isWordCode(part.text.charCodeAt(0));
    const touchesAfter = index < last && isWordCode(part.text.charCodeAt(part.text.length - 1));
    const words = wordsOf(part.text).slice(touchesBefore ? 1 : 0, touchesAfter ? -1 : undefined);
    const letters = words.reduce(
      (sum, word) => sum + (common.has(word.hash) ? 0.1 : word.end - word.start),
      0,
    );
    if (letters <= most) return;
    most = letters;
    anchor = words;
    anchorText = part.text.slice(words[0]?.start);
    before = index === 0 ? (words[0]?.start ?? 0) * longestEscape : undefined;
  });
  return { parts, anchor, anchorText, before };
}

function withoutOuterPlaceholders(parts: TemplatePart[]): TemplatePart[] {
  const from = parts.findIndex((part) => part.kind === 'literal');
  const to = parts.findLastIndex((part) => part.kind === 'literal');
  return parts.slice(from, to + 1);
}

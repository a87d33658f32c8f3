import { literalEnd, parseTemplate, placeholderEnd, type TemplatePart } from '../catalog/message-template';
import { isWordCode, type Word, WordReader, wordsOf } from './words';

/** A message template, ready to be looked for. */
export interface MessagePattern {
  /** Its parts from the first literal to the last. */
  readonly parts: readonly TemplatePart[];
  /** The literal that it is found by, from the first word of its anchor on. */
  readonly anchorText: string;
  /** How long the message is before its anchor at most, in characters; nothing where a placeholder stands before it. */
  readonly before?: number;
}

/** The words by which a template is found, as offsets into it: `from` and `to` within the literal from `start` to `end`. */
interface Anchor {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** `HTTP/1.1` and its like stand in every line of an access log: what is beside them is found more quickly. */
const common: ReadonlySet<number> = new Set(wordsOf('HTTP HTTPS GET POST 0 1 2').map(({ hash }) => hash));
const longestCommon = 5;

/** Characters that one may be written as, at most: `\\u00e1`. */
const longestEscape = 7;

export function messagePatternOf(template: string): MessagePattern {
  const parts = parseTemplate(template);
  const first = parts.findIndex((part) => part.kind === 'literal');
  const last = parts.findLastIndex((part) => part.kind === 'literal');
  const { start, from, end } = anchorOf(template);
  const isFirst = start === 0 || start === placeholderEnd(template, 0);
  // A number at the end has to be there; of another placeholder nothing could be said.
  const to = parts[last + 1]?.kind === 'number' ? last + 2 : last + 1;
  return {
    parts: parts.slice(first, to),
    anchorText: template.slice(from, end),
    before: isFirst ? (from - start) * longestEscape : undefined,
  };
}

/** Reads the words by which a template is found: those of its longest literal stretch. */
export function anchorWords(template: string): WordReader {
  if (!template.includes('{')) return new WordReader(template, 0, template.length);
  const { from, to } = anchorOf(template);
  return new WordReader(template, from, to);
}

function anchorOf(template: string): Anchor {
  let anchor: Anchor = { start: 0, from: 0, to: 0, end: 0 };
  let most = 0;
  for (let start = 0; start >= 0;) {
    const end = literalEnd(template, start);
    const words = stretchOf(template, start, end);
    if (words.letters > most) {
      most = words.letters;
      anchor = { start, from: words.from, to: words.to, end };
    }
    start = placeholderEnd(template, end);
  }
  return anchor;
}

/** The words of a literal, from the first to the last that stands for itself. */
function stretchOf(
  template: string,
  start: number,
  end: number,
): { from: number; to: number; letters: number } {
  const reader = new WordReader(template, start, end);
  // A word that touches a placeholder is not a word of its own in a text: `{n}ms` is found as `30000ms`.
  if (start > 0 && isWordCode(template.charCodeAt(start))) reader.next();
  const touchesNext = end < template.length && isWordCode(template.charCodeAt(end - 1));
  let from = -1;
  let to = 0;
  let letters = 0;
  while (reader.next()) {
    if (touchesNext && reader.end === end) break;
    if (from < 0) from = reader.start;
    to = reader.end;
    letters += lettersOf(reader);
  }
  return { from, to, letters };
}

const lettersOf = ({ start, end, hash }: Word): number =>
  end - start <= longestCommon && common.has(hash) ? 0.1 : end - start;

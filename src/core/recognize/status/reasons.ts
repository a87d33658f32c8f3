import { phrasesOf } from '../reason-phrases';
import type { NumberPlace } from './number-place';

/** Other words that are put beside a status. */
const alsoSaid: ReadonlyMap<number, readonly string[]> = new Map([
  [401, ['Unauthenticated', 'Authorization Required']],
  [404, ['Page Not Found']],
  [408, ['Request Time-out']],
  [418, ['I’m a Teapot']],
  [429, ['Rate Limited', 'Rate Limit']],
  [500, ['Internal Error', 'Server Error']],
  [503, ['Unavailable']],
  [504, ['Gateway Time-out']],
]);

const letters = (text: string): string => text.replace(/[^A-Za-z]/g, '');

/** The letters of a text as bits, whatever their case: `a` and `A` are bit 1. */
export function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/** Of each status, its phrases as letters in lower case; `first` their first letters. */
const phrases: {
  readonly said: readonly string[];
  readonly folded: readonly string[];
  readonly first: string;
  readonly initials: number;
  /** What the word before the number may be where the phrase stands before it: its last one, or all in one. */
  readonly last: ReadonlySet<string>;
}[] = [];
for (let status = 100; status < 600; status++) {
  const said = [...phrasesOf(status), ...(alsoSaid.get(status) ?? [])];
  const folded = said.map((phrase) => letters(phrase).toLowerCase());
  const last = new Set([
    ...folded,
    ...said.map((phrase) => (/[A-Za-z]+$/.exec(phrase)?.[0] ?? '').toLowerCase()),
  ]);
  const first = folded.map((phrase) => phrase[0]).join('');
  phrases[status] = { said, folded, first, initials: lettersIn(first), last };
}

/** The first letters of a status's phrases, as in `lettersIn`. */
export const initialsOf = (status: number): number => phrases[status]?.initials ?? 0;

/** What may stand between a status and its phrase: `404: Not Found`, `(404) Not Found`, `500, message='Internal …`. */
const between = /^(?:[\s"'`)\]:,|\\–—-]|\((?=[A-Z])|=>|->|message=|reason=|error=|Error(?=\())*/;

/** A sentence may also go `order 404 not found`: in lower case a phrase needs something before the number that says so. */
const saysSo =
  /(?:^|[^\w\s])\s*$|\b(?:https?|error|status|code|got|get|gets|an?|returns?|returned|with|response|received|is|was|be|the|throws|on|or|and|answer(?:s|ed)|expect(?:s|ed)?|respond(?:s|ed)|HTTP\/\S+)\s+["'`(]*$/i;

/** Phrases that are ordinary words: `302 found` begins a line of a summary, too. */
const oneWord: ReadonlySet<string> = new Set(
  'ok found gone created accepted locked conflict continue processing'.split(' '),
);

/** Whether the status's own reason phrase follows it, however it is spelled: `Not Found`, `NOT_FOUND`, `NotFound`. */
export function followsReason({
  status,
  left,
  right,
}: Pick<NumberPlace, 'status' | 'left' | 'right'>): boolean {
  const known = phrases[status];
  if (!known || known.folded.length === 0) return false;
  const start = between.exec(right)?.[0].length ?? 0;
  if (start === 0 || !known.first.includes((right[start] ?? '-').toLowerCase())) return false;
  const said = right.slice(start, start + 45);
  const folded = letters(said).toLowerCase();
  const phrase = known.folded.find((each) => folded.startsWith(each));
  if (phrase === undefined || !endsWord(said, phrase.length)) return false;
  if (/^[A-Z]/.test(said)) return true;
  return (oneWord.has(phrase) ? /\w\W*[^\s\w,;|]\s*$|\w\s+$/ : /$/).test(left) && saysSo.test(left);
}

/** The last words of phrases, folded: what stands before the number in `Not Found - 404`. */
export const lastWordsOfReasons = (): string[] => phrases.flatMap(({ last }) => [...last]);

/** Between a phrase and its number: `Not Found - 404`, `Forbidden (403)`, `TooManyRequests: 429`. */
const betweenBefore = /(?:\s[-–—]\s|:\s?|\s?\(|\s)$/;

/** Whether the status's own reason phrase stands before it; one word only as an error's, written as a name. */
export function precededByReason({ status, left, right, word }: NumberPlace): boolean {
  if (status < 400 || !phrases[status]?.last.has(word)) return false;
  const gap = betweenBefore.exec(left)?.[0];
  if (gap === undefined || !/^(?:\W|$)/.test(right) || /^(?:[.,:]\d|\s+[a-z]+s\b)/.test(right)) return false;
  const before = left.slice(0, -gap.length);
  return phrases[status].said.some((phrase) => {
    const said = before.slice(-phrase.length);
    if (said.toLowerCase() === phrase.toLowerCase())
      return /^[A-Z]/.test(said) && !/\w$/.test(before.slice(0, -phrase.length));
    return word === letters(phrase).toLowerCase() && /^[A-Z]\w*[A-Z_]/.test(/\w+$/.exec(before)?.[0] ?? '');
  });
}

/** The phrase ends with its word: `OK` is not the beginning of `OKLAHOMA`; `NotFoundError` names it still. */
function endsWord(said: string, count: number): boolean {
  let at = 0;
  for (let seen = 0; seen < count && at < said.length; at++) if (/[A-Za-z]/.test(said[at] ?? '')) seen++;
  return !/[a-z]/.test(said[at] ?? '') && !(/[A-Z]/.test(said[at] ?? '') && /[A-Z]/.test(said[at - 1] ?? ''));
}

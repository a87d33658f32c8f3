import type { CatalogFile } from '../../src/core/catalog/format';
import { parts, readCorpus } from '../corpus/recognition/corpus';

export interface HostileText {
  readonly text: string;
  readonly languageId: string;
  readonly offset: number;
}

/** What patterns are made of: pieces that nest, repeat and nearly match. */
const pieces =
  `status statusCode http_code HTTP/1.1" HTTP/2 GET /a/404 ?status= 404 429 500 599 200.. ..= => -> === != ( ) [ ] { } , : ; | " ' \` \\" \\\\ \\u00e1 %20 eyJ eyJhbGciOiJub25lIn0.e30. Retry-After: case when switch match in is of return returns got error code Not Found Too Many Requests TOKEN_EXPIRED #Fields: - -- .. 1/2/3 Completed responded - | //`.split(
    ' ',
  );
/** What terminals, editors and broken encoders put into texts: colours, directions, halves of characters, and letters of all sorts. */
const strange = [
  '\u001b[31m',
  '\u001b[0m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud83d',
  '\ude00',
  '😀',
  'ß',
  'İ',
  '日本',
  '\0',
];

/** Templates that nearly match again and again: many placeholders, and the same words over and over. */
const templates = [
  'a {a} a {b} a {c} a {d} a {e} not found here',
  'the the the the the end of {n}',
  'could not be found {a} x {b} x {c} in time',
];

/** A catalog that means ill: what `hostileTexts` repeats begins its messages. */
export function hostileCatalog(): CatalogFile {
  const text = { en: 'x', 'pt-BR': 'x' };
  const problems = templates.map((message, number) => ({
    id: `hostile-${number}`,
    messages: [message],
    title: text,
    summary: text,
    source: 'generated',
  }));
  return { id: 'hostile', name: 'Hostile', problems };
}

const blanks = [' ', ' ', ' ', '', '\n', '\t', '  ', '                '];

/**
 * Endless inputs, the same for the same seed: lines of the corpus with parts cut, doubled and swapped, pieces of
 * patterns in any order, one piece many times over, and characters from all of Unicode.
 */
export function* hostileTexts(seed: number): Generator<HostileText, never> {
  const random = generator(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const sections = parts.flatMap(readCorpus);
  const lines = sections.flatMap(({ text }) => text.split('\n'));
  const languages = [...new Set(sections.map(({ languageId }) => languageId))];
  const makers: readonly (() => string)[] = [
    () => mutated(pick(lines), below, () => pick(lines)),
    () => mutated(pick(sections).text.slice(0, 2000), below, () => pick(lines)),
    () => Array.from({ length: below(200) }, () => pick(pieces) + pick(blanks)).join(''),
    () =>
      `${pick(pieces)}${(pick(pieces) + pick(blanks)).repeat(below(500))}404${pick(pieces).repeat(below(50))}`,
    () =>
      `${pick(templates)
        .replace(/\{\w+\}/g, 'a')
        .slice(0, below(40))} `.repeat(below(100)),
    () =>
      [...mutated(pick(lines), below, () => pick(lines))]
        .map((char) => (below(9) ? char : pick(strange)))
        .join(''),
    () => `${pick(pieces)}${pick(['a', 'é', '_', '0', '{', '"', '.']).repeat(below(5000))} ${pick(lines)}`,
    () =>
      String.fromCharCode(...Array.from({ length: below(300) }, () => below(pick([128, 0x300, 0x10000])))),
  ];
  for (;;) {
    const text = pick(makers)();
    yield { text, languageId: pick(languages), offset: below(text.length + 1) };
  }
}

function mutated(text: string, below: (limit: number) => number, other: () => string): string {
  let mutant = text;
  for (let times = below(6); times >= 0; times--) {
    const at = below(mutant.length + 1);
    const to = at + below(20);
    const change = [
      '',
      mutant.slice(at, to).repeat(2),
      other().slice(0, below(40)),
      String(below(700)),
      String.fromCharCode(below(0x250)),
    ][below(5)];
    mutant = mutant.slice(0, at) + (change ?? '') + mutant.slice(to);
  }
  return mutant;
}

/** Mulberry32: a number in [0, 1) after another. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

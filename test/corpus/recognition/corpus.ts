import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text as people meet it, and which of its numbers are statuses. */
export interface Section {
  readonly file: string;
  readonly title: string;
  readonly languageId: string;
  readonly text: string;
  /** Offsets of the statuses. */
  readonly marked: ReadonlySet<number>;
  /** Offsets of every other number that could be a status; these stay silent. */
  readonly silent: ReadonlySet<number>;
}

/** A place that was judged wrongly. */
export interface Miss {
  readonly kind: 'missed' | 'false alarm';
  /** `file, title: the line with the place in ⟦⟧`. */
  readonly where: string;
}

export interface Score {
  readonly places: number;
  readonly silent: number;
  readonly precision: number;
  readonly recall: number;
  readonly misses: readonly Miss[];
}

export const parts = ['developed', 'held-out'] as const;

/**
 * The labelled corpus: lines of our own in the formats of servers, clients and languages. `## language: title` begins a
 * section, `⟦429⟧` is a status, and every other number from 100 to 599 is none.
 */
export function readCorpus(part: (typeof parts)[number]): Section[] {
  const folder = join(import.meta.dirname, part);
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((source) => sectionOf(`${part}/${file}`, source)),
  );
}

function sectionOf(file: string, source: string): Section {
  const [heading = '', ...lines] = source.split('\n');
  const [languageId = '', title = ''] = heading.split(': ');
  const labelled = lines.join('\n');
  const marked = new Set<number>();
  let text = '';
  for (const [at, piece] of labelled.split(/⟦(\d{3})⟧/).entries()) {
    if (at % 2 === 1) marked.add(text.length);
    text += piece;
  }
  const numbers = [...text.matchAll(/(?<!\w)[1-5]\d\d(?!\w)/g)].map(({ index }) => index);
  const silent = new Set(numbers.filter((offset) => !marked.has(offset)));
  return { file, title, languageId, text, marked, silent };
}

/** Judges what a recognizer finds in each section, given as the offsets of statuses. */
export function score(sections: readonly Section[], find: (section: Section) => Iterable<number>): Score {
  const misses: Miss[] = [];
  let right = 0;
  let wanted = 0;
  let silent = 0;
  for (const section of sections) {
    const found = new Set(find(section));
    wanted += section.marked.size;
    silent += section.silent.size;
    for (const offset of section.marked) {
      if (found.has(offset)) right++;
      else misses.push({ kind: 'missed', where: placeIn(section, offset) });
    }
    for (const offset of found)
      if (!section.marked.has(offset)) misses.push({ kind: 'false alarm', where: placeIn(section, offset) });
  }
  const alarms = misses.filter(({ kind }) => kind === 'false alarm').length;
  return {
    places: wanted + silent,
    silent,
    precision: right / Math.max(1, right + alarms),
    recall: right / Math.max(1, wanted),
    misses,
  };
}

function placeIn({ file, title, text }: Section, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  const at = offset - start;
  return `${file}, ${title}: ${line.slice(0, at)}⟦${line.slice(at, at + 3)}⟧${line.slice(at + 3)}`;
}

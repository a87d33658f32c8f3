import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MentionKind } from '../../../src/core/recognize/mention';

/** A place of a text that names something, or that a recognizer took for it. Offsets as in `Mention`. */
export interface Place {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
}

/** A text as people meet it, and what in it is to be recognized. */
export interface Section {
  readonly file: string;
  readonly title: string;
  readonly languageId: string;
  readonly text: string;
  readonly marked: readonly Place[];
  /** Offsets of the numbers that could be statuses and are none. */
  readonly silent: readonly number[];
  /** Whether codes, messages, fields and tokens are marked, too, and not only statuses that are numbers. */
  readonly everyKind: boolean;
}

/** A place that was judged wrongly. */
export interface Miss {
  readonly kind: 'missed' | 'false alarm';
  readonly what: MentionKind;
  /** `file, title: the line with the place in ⟦⟧`. */
  readonly where: string;
}

export interface Score {
  /** Places that are marked, or numbers that stay silent. */
  readonly places: number;
  readonly silent: number;
  readonly precision: number;
  readonly recall: number;
  readonly misses: readonly Miss[];
}

export const parts = ['developed', 'held-out'] as const;

/**
 * The labelled corpus: lines of our own in the formats of servers, clients, tools and languages. `## language: title`
 * begins a section, `⟦429⟧` is a status, and every other number from 100 to 599 is none. In `## language, every kind:
 * title` other kinds are marked as well, as `⟦code not_found⟧`, and whatever has no mark is to stay silent.
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

const mark = /⟦(?:(code|status|message|field|claim|token) )?([^⟦⟧]+)⟧/g;

function sectionOf(file: string, source: string): Section {
  const [heading = '', ...lines] = source.split('\n');
  const [, languageId = '', everyKind, title = ''] = /^([^,:]+)(, every kind)?: (.*)$/.exec(heading) ?? [];
  const labelled = lines.join('\n');
  const marked: Place[] = [];
  let text = '';
  let last = 0;
  for (const { index, 0: all, 1: kind, 2: words = '' } of labelled.matchAll(mark)) {
    text += labelled.slice(last, index);
    marked.push({
      kind: (kind as MentionKind | undefined) ?? 'status',
      start: text.length,
      end: text.length + words.length,
    });
    text += words;
    last = index + all.length;
  }
  text += labelled.slice(last);
  const silent = [...text.matchAll(/(?<!\w)[1-5]\d\d(?!\w)/g)]
    .map(({ index }) => index)
    .filter((offset) => !marked.some(({ start, end }) => start <= offset && offset < end));
  return { file, title, languageId, text, marked, silent, everyKind: everyKind !== undefined };
}

/** Judges what a recognizer finds in each section. */
export function score(sections: readonly Section[], find: (section: Section) => Iterable<Place>): Score {
  const misses: Miss[] = [];
  let right = 0;
  let wanted = 0;
  let silent = 0;
  for (const section of sections) {
    const found = [...find(section)].filter((place) => section.everyKind || isNumber(place));
    wanted += section.marked.length;
    silent += section.silent.length;
    for (const place of section.marked) {
      if (found.some((other) => isSame(other, place))) right++;
      else misses.push({ kind: 'missed', what: place.kind, where: lineOf(section, place) });
    }
    for (const place of found)
      if (!section.marked.some((other) => overlaps(place, other)))
        misses.push({ kind: 'false alarm', what: place.kind, where: lineOf(section, place) });
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

const isNumber = ({ kind, start, end }: Place): boolean => kind === 'status' && end - start === 3;

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

/** A code may stand in a message that is marked, and a message may be known by its code: either names the place. */
const isSame = (found: Place, place: Place): boolean =>
  overlaps(found, place) && (found.kind === place.kind || (isSaid(found) && isSaid(place)));

const isSaid = ({ kind }: Place): boolean => kind === 'code' || kind === 'message';

function lineOf({ file, title, text }: Section, { start: offset, end: until }: Place): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', until);
  const line = text.slice(start, end < 0 ? undefined : end);
  const [from, to] = [offset - start, until - start];
  return `${file}, ${title}: ${line.slice(0, from)}⟦${line.slice(from, to)}⟧${line.slice(to)}`;
}

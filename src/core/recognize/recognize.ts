import type { CatalogIndex } from '../catalog/catalog-index';
import { codeCounts } from './code-context';
import { matchTemplate } from './match-template';
import type { Mention } from './mention';
import { messageCounts } from './message-context';
import type { Candidate, PatternKind } from './pattern-table';
import { type StatusPlace, StatusReader } from './status/statuses-in';
import { NotableWords } from './notable-words';
import { StatusNameReader } from './status-name-reader';
import { claimCounts, fieldCounts } from './term-context';
import { mayBeginToken, TokenReader, tokenAround } from './token-place';

/** How much of a long line is looked at, before and after a position, in characters. */
const reach = 1000;
/** How far from a position numbers are read: as far as statuses that are said in one breath. */
const numberReach = 150;

/** The mention at a position of a text, if there is one; the longest where several cover it. */
export function mentionAt(
  text: string,
  offset: number,
  index: CatalogIndex,
  languageId: string,
): Mention | undefined {
  return mentionsAt(text, offset, index, languageId)[0];
}

/** Every mention that covers a position, the longest first: a code in a message, one message in another. */
export function mentionsAt(text: string, offset: number, index: CatalogIndex, languageId: string): Mention[] {
  const token = tokenAround(text, offset);
  if (token) return [tokenMention(token)];
  const { from, to } = linesAround(text, offset);
  const numbers = { from: offset - numberReach, to: offset + numberReach };
  return collect(text, index, languageId, { from, to }, numbers)
    .filter((mention) => mention.start <= offset && offset <= mention.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** The line of a position with its neighbours, as a message may be wrapped; of long lines only what is near. */
function linesAround(text: string, offset: number): Range {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const after = text.slice(offset, offset + reach);
  const previous = before.lastIndexOf('\n', before.lastIndexOf('\n') - 1);
  const next = after.indexOf('\n', after.indexOf('\n') + 1);
  return {
    from: offset - before.length + (before.lastIndexOf('\n') > 0 ? previous + 1 : 0),
    to: offset + (after.includes('\n') && next >= 0 ? next : after.length),
  };
}

/** Every mention between two offsets, in the order of their start; one pass over the words. */
export function mentionsIn(
  text: string,
  index: CatalogIndex,
  languageId: string,
  from = 0,
  to = text.length,
): Mention[] {
  return collect(text, index, languageId, { from, to }, { from, to });
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** `numbers` is where numbers are read; what one says depends on those shortly before it. */
function collect(
  text: string,
  index: CatalogIndex,
  languageId: string,
  { from, to }: Range,
  numbers: Range,
): Mention[] {
  const mentions: Mention[] = [];
  const statuses = new StatusReader(text, languageId);
  const names = new StatusNameReader(text, from, to);
  const tokens = new TokenReader(text);
  for (const word = new NotableWords(text, from, to, index.patterns.beginnings); word.next();) {
    if (word.begins)
      for (const candidate of index.patterns.candidatesAt(text, word, to)) {
        const mention = accept(text, candidate, languageId);
        if (mention) mentions.push(mention);
      }
    const isNear = word.end > numbers.from && word.start < numbers.to;
    const status = isNear ? statuses.read(word) : undefined;
    if (status) mentions.push(statusMention(status, index));
    else if (word.begins) for (const place of names.read(word)) mentions.push(statusMention(place, index));
    const token = mayBeginToken(text, word.start) ? tokens.from(word.start) : undefined;
    if (token) mentions.push(tokenMention(token));
  }
  return united(mentions.sort((a, b) => a.start - b.start));
}

/** Mentions of one kind at one place as one, of the problems of all: two catalogs may spell a message differently. */
function united(sorted: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  for (const mention of sorted) {
    let at = mentions.length - 1;
    while (at >= 0 && mentions[at]?.start === mention.start && !isSamePlace(mentions[at] as Mention, mention))
      at--;
    const known = mentions[at];
    if (known?.start !== mention.start) mentions.push(mention);
    else mentions[at] = { ...known, problems: [...new Set([...known.problems, ...mention.problems])] };
  }
  return mentions;
}

const isSamePlace = (a: Mention, b: Mention): boolean => a.kind === b.kind && a.end === b.end;

const statusMention = ({ start, end, status }: StatusPlace, index: CatalogIndex): Mention => ({
  kind: 'status',
  start,
  end,
  name: String(status),
  status,
  problems: index.withStatus(status),
});

const tokenMention = (place: { start: number; end: number }): Mention => ({
  kind: 'token',
  ...place,
  name: 'JWT',
  problems: [],
});

function accept(text: string, candidate: Candidate, languageId: string): Mention | undefined {
  const { kind, text: name, owners: problems } = candidate;
  if (kind === 'message') {
    const place = matchTemplate(text, name, candidate);
    return place && messageCounts(text, place, name, languageId)
      ? { kind, ...place, name, problems }
      : undefined;
  }
  const { start } = candidate;
  const end = start + name.length;
  if (!counts(kind, text, start, end, name, languageId)) return undefined;
  return { kind, start, end, name, problems };
}

function counts(
  kind: PatternKind,
  text: string,
  start: number,
  end: number,
  name: string,
  languageId: string,
): kind is 'code' | 'field' | 'claim' {
  if (kind === 'code') return codeCounts(text, start, end, name, languageId);
  if (kind === 'field') return fieldCounts(text, start, end, name, languageId);
  return kind === 'claim' && claimCounts(text, start, end, name);
}

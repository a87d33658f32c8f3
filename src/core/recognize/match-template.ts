import type { TemplatePart } from '../catalog/message-template';
import { type MessagePattern, messagePatternOf } from './message-pattern';
import { escapeAt, foldedCode } from './words';

/** How far a placeholder may reach, and how far before its anchor a message may begin, in characters. */
const placeholderReach = 200;
const backwardReach = 400;
/** How many places before its anchor are tried where a message's first words stand: they may stand everywhere. */
const mostBeginnings = 10;

/** Where a message template stands in a text, given where its anchor was met; nothing where the rest differs. */
export function matchTemplate(
  text: string,
  template: string,
  anchor: { readonly start: number; readonly end: number; readonly message?: MessagePattern },
): { start: number; end: number } | undefined {
  const { parts, anchorText, before = backwardReach } = anchor.message ?? messagePatternOf(template);
  const first = parts[0];
  if (first?.kind !== 'literal' || matchLiteral(text, anchor.start, anchorText) < anchor.end)
    return undefined;
  const earliest = Math.max(0, anchor.start - before);
  const initial = first.text.charCodeAt(0);
  let beginnings = 0;
  for (let start = anchor.start; start >= earliest && beginnings < mostBeginnings; start--) {
    const code = text.charCodeAt(start);
    if (code === 10) break;
    if (code !== initial && code !== 92 && code !== 37 && !sameLetter(code, initial) && !isQuote(initial))
      continue;
    if (matchLiteral(text, start, first.text) < 0) continue;
    beginnings++;
    const end = matchParts(text, parts, start);
    if (end >= anchor.end) return goesOn(text, start, first.text) ? undefined : { start, end };
  }
  return undefined;
}

/**
 * Whether the place is the end of another sentence: “Missing or insufficient permissions” is not the message
 * “Insufficient permissions”. A message after a colon or bracket is one, and so is one that a log's level precedes.
 */
function goesOn(text: string, start: number, template: string): boolean {
  return (
    /^\p{Lu}/u.test(template) &&
    /^\p{Ll}/u.test(text.slice(start, start + 2)) &&
    /[\p{L}\p{N}] $/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

function matchParts(text: string, parts: readonly TemplatePart[], start: number): number {
  let at = start;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as TemplatePart;
    if (part.kind === 'literal') {
      at = matchLiteral(text, at, part.text);
      if (at < 0) return -1;
    } else if (part.kind === 'number') {
      const number = /^\d[\d.,]*/.exec(text.slice(at, at + 20))?.[0].replace(/[.,]+$/, '');
      if (!number) return -1;
      at += number.length;
    } else {
      if (isCapital(part.name) && !isCapital(text.charAt(at))) return -1;
      const before = parts[index - 1];
      // A placeholder in quotes stands for what is in quotes.
      if (before?.kind === 'literal' && endsInQuote(before.text) && !isQuoted(text, at)) return -1;
      const literal = parts[++index] as TemplatePart & { kind: 'literal' };
      at = findLiteral(text, at + 1, literal.text);
      if (at < 0) return -1;
    }
  }
  return at;
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

function findLiteral(text: string, from: number, literal: string): number {
  const limit = Math.min(text.length, from + placeholderReach);
  const closes = isQuote(literal.charCodeAt(0));
  for (let at = from; at <= limit; at++) {
    const mayEnd = !closes || isQuoted(text, at) || (at > from && isQuoted(text, at - 1));
    const end = mayEnd ? matchLiteral(text, at, literal) : -1;
    if (end >= 0) return end;
    if (text.charCodeAt(at) === 10) return -1;
  }
  return -1;
}

/**
 * Compares without regard to case, quotes and escapes, since a message is met inside strings of every language; any
 * white space equals any other. Answers the end of the match, or −1.
 */
function matchLiteral(text: string, from: number, literal: string): number {
  let at = from;
  let want = 0;
  while (want < literal.length) {
    const wanted = literal.charCodeAt(want);
    if (isQuote(wanted)) {
      want++;
      continue;
    }
    if (at >= text.length) return -1;
    let code = text.charCodeAt(at);
    let width = 1;
    if (code === 92 || code === 37) ({ code, width } = escapeAt(text, at));
    if (isQuote(code)) {
      at = afterJoin(text, at + width);
    } else if (code === 32 && width === 1 && text.charCodeAt(at) === 92) {
      at++;
    } else if (isSpace(wanted)) {
      if (!isSpace(code)) return -1;
      while (want < literal.length && isSpace(literal.charCodeAt(want))) want++;
      at += width;
      while (isSpace(text.charCodeAt(at))) at++;
    } else if (code === wanted || sameLetter(code, wanted)) {
      at += width;
      want++;
    } else {
      return -1;
    }
  }
  return at;
}

/** `"Access token " + "has expired"`, on one line or two: where the string goes on; else where it was. */
function afterJoin(text: string, at: number): number {
  const next = text.charCodeAt(at);
  if (next !== 32 && next !== 10 && next !== 13 && next !== 43 && next !== 46 && next !== 92) return at;
  join.lastIndex = at;
  return join.test(text) ? join.lastIndex : at;
}

const join =
  /[ \t]{0,20}(?:[+.&\\]|\.\.|\|\|)?[ \t]{0,20}(?:\r?\n[ \t]{0,120}(?:[+.&]|\.\.|\|\|)?[ \t]{0,20})?[fF]?["'`]/y;

const endsInQuote = (literal: string): boolean => isQuote(literal.charCodeAt(literal.length - 1));
/** A quote stands there, or the escape of one. */
const isQuoted = (text: string, at: number): boolean =>
  isQuote(text.charCodeAt(at)) || text.charCodeAt(at) === 92 || text.charCodeAt(at) === 37;

const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 13 || code === 160;
/** ' " ` and their typographic forms. */
const isQuote = (code: number): boolean =>
  code === 39 || code === 34 || code === 96 || (code >= 0x2018 && code <= 0x201f);
const sameLetter = (a: number, b: number): boolean => foldedCode(a) !== 0 && foldedCode(a) === foldedCode(b);

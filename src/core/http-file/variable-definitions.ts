import { requestLines } from './request-lines';
import { linesOf, type TextRange } from './request-source';

/** A character of a value, where it stands in its file, and how other text is to be written there. */
export interface ValueUnit extends TextRange {
  readonly char: string;
}

/** A variable with the place of its value: `@name = value` of a `.http` file, or an entry of an environment file. */
export interface Definition {
  readonly name: string;
  readonly uri: string;
  readonly value: readonly ValueUnit[];
  /** Quotation marks around the value that are no part of it, or not both. */
  readonly opening?: TextRange;
  /** The value is a string of JSON: what is put into it has to be escaped. */
  readonly json?: boolean;
}

const definition = /^(\s*@(?:global\.)?([^\s=:]+)\s*:?=*\s*)("?)(.+)$/;

/**
 * The variables that a file defines for one of its requests, as httpyac sees them: those between two `###` without a
 * request, then those of the request's own region; the later ones win.
 */
export function fileDefinitions(text: string, uri: string, requestLine: number): Definition[] {
  const lines = linesOf(text);
  const requests = requestLines(lines.map((line) => line.text));
  return lines.flatMap((line, at) => {
    const [, before, name, quote = '', value] = definition.exec(line.text) ?? [];
    if (before === undefined || name === undefined || value === undefined) return [];
    const region = requests.find(({ firstLine, lastLine }) => firstLine <= at && at <= lastLine);
    if (region && (region.line !== requestLine || at > requestLine)) return [];
    const start = line.start + before.length + quote.length;
    const opening = { start: line.start + before.length, end: start };
    return [{ name, uri, value: unitsOf(value, start), ...(quote === '' ? {} : { opening }) }];
  });
}

/** Text that stands in a file as it is. */
export const unitsOf = (value: string, start: number): ValueUnit[] =>
  Array.from({ length: value.length }, (_, at) => ({
    char: value.charAt(at),
    start: start + at,
    end: start + at + 1,
  }));

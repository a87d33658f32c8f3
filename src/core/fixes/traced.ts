import type { Definition } from '../http-file/variable-definitions';
import type { TextRange } from '../http-file/request-source';
import type { FixEdit } from './fix';

/** A character of a value as it was sent, and where it was written. */
interface Unit {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  /** The part of the request itself that it comes from: the character, or the whole `{{variable}}`. */
  readonly outer: TextRange;
  /** It comes from a script or an answer: nothing in a file can be edited to change it. */
  readonly fixed: boolean;
  readonly definition?: Definition;
}

/**
 * A text as it was sent, each character with its place: in the request, in a variable of the file or in an environment
 * file. Edits of what was sent become edits of where it was written.
 */
export interface Traced {
  readonly text: string;
  readonly uri: string;
  readonly range: TextRange;
  readonly units: readonly Unit[];
}

/** Stands for what an expression came to, until what was sent tells. */
const unknownValue = '\uFFFC';
const expression = /\{\{\s*(.+?)\s*\}\}/g;
const deepest = 10;

/** Follows the variables in a part of a file to their definitions. */
export function trace(
  text: string,
  uri: string,
  range: TextRange,
  definitions: ReadonlyMap<string, Definition>,
): Traced {
  const units: Unit[] = [];
  let result = '';
  const add = (
    written: string,
    placeOf: (at: number) => TextRange,
    from: { uri: string; outer?: TextRange; definition?: Definition },
    depth: number,
  ): void => {
    let done = 0;
    const literal = (until: number): void => {
      for (; done < until; done++) {
        const place = placeOf(done);
        units.push({ ...place, outer: place, fixed: false, ...from });
        result += written.charAt(done);
      }
    };
    for (const match of written.matchAll(expression)) {
      literal(match.index);
      const last = match.index + match[0].length;
      const whole = { start: placeOf(match.index).start, end: placeOf(last - 1).end };
      const definition = depth < deepest ? definitions.get(match[1] ?? '') : undefined;
      const outer = from.outer ?? whole;
      if (definition) {
        const value = definition.value.map(({ char }) => char).join('');
        const place = (at: number): TextRange => definition.value[at] ?? { start: 0, end: 0 };
        add(value, place, { uri: definition.uri, outer, definition }, depth + 1);
      } else {
        units.push({ uri: from.uri, ...whole, outer, fixed: true });
        result += unknownValue;
      }
      done = last;
    }
    literal(written.length);
  };
  const offset = (at: number): TextRange => ({ start: range.start + at, end: range.start + at + 1 });
  add(text.slice(range.start, range.end), offset, { uri }, 0);
  return { text: result, uri, range, units };
}

/** The same with what its expressions came to, by what was sent; undefined where the file does not explain that. */
export function resolved(traced: Traced, sent: string): Traced | undefined {
  const parts = traced.text.split(unknownValue);
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('([\\s\\S]*?)');
  const values = new RegExp(`^${pattern}$`).exec(sent) ?? new RegExp(`^${pattern}$`).exec(sent.trim());
  if (!values) return undefined;
  let hole = 0;
  const units = traced.units.flatMap((unit, at) =>
    traced.text.charAt(at) === unknownValue
      ? Array.from({ length: (values[++hole] ?? '').length }, () => unit)
      : [unit],
  );
  return { ...traced, units, text: values[0] };
}

/** Puts `text` in place of a range of what was sent; undefined where no file holds that range. */
export function replaceIn(
  traced: Traced,
  { start, end }: TextRange,
  text: string,
): readonly FixEdit[] | undefined {
  if (start === end) return insertInto(traced, start, text);
  const units = traced.units.slice(start, end);
  // A whole expression may be replaced; a part of what it came to may not.
  const cut = (at: number): boolean =>
    traced.units[at]?.fixed === true && traced.units[at] === traced.units[at - 1];
  if (cut(start) || cut(end)) return undefined;
  if (units.some(({ fixed }) => fixed) && text === '' && units.length === traced.units.length)
    return undefined;
  const runs: { uri: string; start: number; end: number; definition?: Definition }[] = [];
  for (const unit of new Set(units)) {
    const run = runs.at(-1);
    if (run?.uri === unit.uri && run.end === unit.start && run.definition === unit.definition)
      runs[runs.length - 1] = { ...run, end: unit.end };
    else runs.push({ uri: unit.uri, start: unit.start, end: unit.end, definition: unit.definition });
  }
  return runs.map(({ uri, start: from, end: to, definition }, index) => ({
    uri,
    start: from,
    end: to,
    text: index === 0 ? written(text, definition) : '',
  }));
}

/** Inserted where the request itself is written, unless that is in the middle of a variable's value. */
function insertInto({ units, uri, range }: Traced, at: number, text: string): FixEdit[] | undefined {
  const before = units[at - 1];
  const after = units[at];
  if (before && after && before.outer === after.outer && before !== after) {
    return before.fixed || after.fixed
      ? undefined
      : [{ uri: after.uri, start: after.start, end: after.start, text: written(text, after.definition) }];
  }
  if (before && before === after) return undefined;
  const place = after?.outer.start ?? before?.outer.end ?? range.start;
  return [{ uri, start: place, end: place, text }];
}

const written = (text: string, definition: Definition | undefined): string =>
  definition?.json ? JSON.stringify(text).slice(1, -1) : text;

import type { HeaderField } from '../exchange/exchange';

/** Lines to each side that may belong to the same header section. */
const reach = 30;
const longestLine = 2000;

/** `Name: value`, also as curl prints it (`< Name: value`) and as a member of JSON or an object literal. */
const fieldLine = /^\s*[<>|]?\s*["'`]?([A-Za-z][\w-]*)["'`]?\s*:\s*(.*?)\s*,?\s*$/;

/** The value of the field whose name stands at `start`, and every field of the header section around it. */
export function fieldsAround(text: string, start: number): { own: string | undefined; all: HeaderField[] } {
  const lines = text.split('\n');
  let line = 0;
  for (let at = 0; line < lines.length - 1 && at + (lines[line] as string).length < start; line++)
    at += (lines[line] as string).length + 1;
  const first = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
  const own = valueBehind((lines[line] ?? '').slice(start - first));
  const all = [...walk(lines, line, -1), ...walk(lines, line, 1)];
  return { own, all };
}

/** The header section that a body at `start` follows, or that a status line at `start` begins. */
export function headerSection(text: string, start: number): HeaderField[] {
  const before = text
    .slice(0, start)
    .split('\n')
    .slice(-reach - 2);
  const opening = before.at(-1) ?? '';
  // A body stands alone at the beginning of its line, and a blank line stands before it.
  const isBody = /^\s*[<>|]?\s*$/.test(opening) && text[start] === '{';
  if (isBody) {
    const at = before.length - 1;
    const blank = /^\s*[<>|]?\s*$/.test(before[at - 1] ?? 'x') ? 1 : 0;
    return [...walk(before, at - blank, -1)];
  }
  if (!/^\s*[<>|]?\s*HTTP\/\d/.test(opening)) return [];
  const after = text.slice(start).split('\n', reach + 1);
  return [...walk(after, 0, 1)];
}

function* walk(lines: readonly string[], from: number, step: 1 | -1): Generator<HeaderField> {
  for (
    let line = from + step;
    line >= 0 && line < lines.length && Math.abs(line - from) <= reach;
    line += step
  ) {
    const text = lines[line] as string;
    const field = text.length > longestLine ? null : fieldLine.exec(text.replace(/\r$/, ''));
    if (!field) return;
    yield [field[1] as string, unquoted(field[2] as string)];
  }
}

/** What follows a name in its line: `: value`, `": "value"`, `', 'value'`. */
function valueBehind(rest: string): string | undefined {
  const match = /^[\w-]+(["'`]?)\s*[:=,]\s*(.*)$/.exec(rest.slice(0, longestLine).replace(/\r$/, ''));
  if (!match) return undefined;
  const value = (match[2] as string).trim();
  const quote = /^["'`]/.exec(value)?.[0];
  if (quote && match[1])
    return value.slice(1, value.indexOf(quote, 1) < 0 ? undefined : value.indexOf(quote, 1));
  return value === '' ? undefined : match[1] ? /^[^,}\])]*/.exec(value)?.[0].trim() : value;
}

const unquoted = (value: string): string => /^(["'`])(.*)\1$/.exec(value)?.[2] ?? value;

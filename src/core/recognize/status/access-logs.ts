import { hint, logShapes } from './log-shapes';

/** Longest line that is looked at as an access log's, in characters. */
const longestLine = 4000;
/** How far above a line the names of its fields may stand. */
const headerReach = 20_000;

/** Finds the status fields of the lines of one text. */
export class AccessLog {
  /** The line that was looked at last, and what was found. */
  private lineStart = 0;
  private lineEnd = 0;
  private fields: readonly number[] | undefined;
  /** The last `#Fields:` before `searchedTo`. */
  private header: string | undefined;
  private searchedTo = 0;

  constructor(private readonly text: string) {}

  /** The offsets of the status fields of the number's line; nothing where it is no access log's. */
  fieldsAt(start: number): readonly number[] | undefined {
    if (start >= this.lineStart && start < this.lineEnd)
      return this.fields && isUpstreamStatus(this.text, start) ? [start] : this.fields;
    if (!isField(this.text, start)) return undefined;
    if (followsRequestLine(this.text, start)) {
      const length = this.text.slice(start, start + longestLine).indexOf('\n');
      this.lineStart = start;
      this.lineEnd = start + (length < 0 ? longestLine : length);
      return (this.fields = [start]);
    }
    const from = Math.max(0, start - longestLine);
    const before = this.text.slice(from, start).lastIndexOf('\n');
    const after = this.text.slice(start, start + longestLine).indexOf('\n');
    this.lineStart = from + before + 1;
    this.lineEnd = after < 0 ? Math.min(this.text.length, start + longestLine) : start + after;
    const isLine = (before >= 0 || from === 0) && (after >= 0 || this.lineEnd === this.text.length);
    this.fields = isLine ? this.fieldsOf(this.text.slice(this.lineStart, this.lineEnd)) : undefined;
    return this.fields;
  }

  private fieldsOf(line: string): readonly number[] | undefined {
    const { lineStart } = this;
    const column = /^["\d]/.test(line) ? statusColumn(this.headerAbove(lineStart), line) : undefined;
    if (column !== undefined) return column < 0 ? undefined : [lineStart + column];
    if (!hint.test(line)) return undefined;
    const plain = line.includes('\x1b') ? line.replace(colour, '') : line;
    for (const { fields } of logShapes) {
      const groups = fields.exec(plain)?.indices?.slice(1) as ([number, number] | undefined)[] | undefined;
      if (groups)
        return groups.flatMap((group) => (group ? [lineStart + offsetIn(line, plain, group[0])] : []));
    }
    return undefined;
  }

  private headerAbove(lineStart: number): string | undefined {
    const from = Math.max(this.searchedTo, lineStart - headerReach);
    const parts = this.searchedTo === 0 ? [this.text.slice(0, 1000)] : [];
    for (const part of [...parts, this.text.slice(from, lineStart)]) {
      const at = part.lastIndexOf('#Fields:');
      if (at >= 0) this.header = /^.*/.exec(part.slice(at))?.[0];
    }
    this.searchedTo = lineStart;
    return this.header;
  }
}

/** What a terminal takes for colours. */
const colour = /\x1b\[[\d;]*m/g;

/** Where in a line a place stands that was found without colours. */
function offsetIn(line: string, plain: string, offset: number): number {
  if (line === plain) return offset;
  let at = offset;
  for (const { index, 0: code } of line.matchAll(colour)) if (index <= at) at += code.length;
  return at;
}

/** `HTTP/1.1" 404`: the line that is met most, told at a glance. */
const followsRequestLine = (text: string, start: number): boolean =>
  text.charCodeAt(start - 2) === 34 &&
  (text.startsWith('HTTP/', start - 10) || text.startsWith('HTTP/', start - 8));

/** At the end of nginx's line the upstream's status, by its address: `10.0.0.4:8080 153 0.300 502 f3a4…`. */
function isUpstreamStatus(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== 32 || !isDigit(text.charCodeAt(start - 2))) return false;
  return (
    upstreamAfter.test(text.slice(start + 3, start + 20)) &&
    upstreamBefore.test(text.slice(Math.max(0, start - 40), start))
  );
}

const upstreamAfter = /^(?:\s*$|\r?\n| [\da-f]{16})/;
const upstreamBefore = /\d:\d{1,5} (?:(?:\d+|-) \d+\.\d+ )?$/;
const isDigit = (code: number): boolean => code > 47 && code < 58;

/** Whether a number stands where fields do: between blanks, bars or brackets, or behind the slash of a result. */
function isField(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === 109) return isColour(text, start);
  if (before !== 32 && before !== 9 && before !== 91 && before !== 124) {
    const letter = text.charCodeAt(start - 2);
    if (before !== 47 || letter < 65 || letter > 90) return false;
  }
  const after = text.charCodeAt(start + 3);
  if (!Number.isNaN(after) && !fieldEnds.has(after)) return false;
  return before !== 32 || mayPrecede(text, start - 2);
}

/** Whether a colour ends right before a number. */
const isColour = (text: string, start: number): boolean =>
  /\x1b\[[\d;]{1,12}m$/.test(text.slice(Math.max(0, start - 16), start));

/** What ends at `last` may be another field, a path, or the verb of a log: `Completed 404`. */
function mayPrecede(text: string, last: number): boolean {
  const code = text.charCodeAt(last) | 32;
  if (code < 97 || code > 122 || (code === 109 && isColour(text, last + 1))) return true;
  let at = last;
  while (at > 0 && last - at < 200 && text.charCodeAt(at) > 32) at--;
  const word = text.slice(at + 1, last + 1);
  return verbs.has(word) || word.includes('/') || word.endsWith('ms');
}

const verbs: ReadonlySet<string> = new Set(
  'Completed Sent responded GET POST PUT PATCH DELETE HEAD OPTIONS'.split(' '),
);

const fieldEnds: ReadonlySet<number> = new Set([...' \t\r\n|]"\\\x1b'].map((char) => char.charCodeAt(0)));

/** By the directive `#Fields` of the Extended Log File Format (W3C): where the value of sc-status begins, or −1. */
function statusColumn(header: string | undefined, line: string): number | undefined {
  if (header === undefined) return undefined;
  const wanted = header.split(/\s+/).slice(1).indexOf('sc-status');
  const values = line.includes('\t') ? /[^\t]+/g : /[^ ]+/g;
  let column = 0;
  for (const match of line.matchAll(values)) {
    if (column++ === wanted) return /^[1-5]\d\d$/.test(match[0].trim()) ? match.index : -1;
  }
  return -1;
}

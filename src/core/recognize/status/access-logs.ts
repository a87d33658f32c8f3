import { hint, logShapes } from './log-shapes';
import { type NumberPlace, reachLeft } from './number-place';

/** Longest line that is looked at as an access log's, in characters. */
const longestLine = 4000;
/** How far above a line the names of its fields may stand. */
const headerReach = 20_000;

/** Finds the status fields of the lines of one text. */
export class AccessLog {
  /** The line that was looked at last, and what was found. */
  private line = -1;
  private fields: readonly number[] | undefined;
  /** The last `#Fields:` before `searchedTo`. */
  private header: string | undefined;
  private searchedTo = 0;

  constructor(private readonly text: string) {}

  /** The offsets of the status fields of the number's line; nothing where it is no access log's. */
  fieldsAt({ start, left, gap }: NumberPlace): readonly number[] | undefined {
    const lineStart = left.length < reachLeft ? start - left.length : this.lineStart(start);
    if (lineStart === this.line) return this.fields;
    if (!/^[^=:]*$/.test(gap) && !/\d/.test(left[0] ?? '')) return undefined;
    this.line = lineStart;
    const lineEnd = this.text.indexOf('\n', start);
    const end = lineEnd < 0 ? this.text.length : lineEnd;
    this.fields = this.fieldsOf(
      lineStart,
      this.text.slice(lineStart, Math.min(end, lineStart + longestLine)),
    );
    return this.fields;
  }

  private fieldsOf(lineStart: number, line: string): readonly number[] | undefined {
    const column = /^["\d]/.test(line) ? statusColumn(this.headerAbove(lineStart), line) : undefined;
    if (column !== undefined) return column < 0 ? undefined : [lineStart + column];
    if (!hint.test(line)) return undefined;
    for (const { fields } of logShapes) {
      const groups = fields.exec(line)?.indices?.slice(1) as ([number, number] | undefined)[] | undefined;
      if (groups) return groups.flatMap((group) => (group ? [lineStart + group[0]] : []));
    }
    return undefined;
  }

  private lineStart(start: number): number {
    const limit = Math.max(0, start - longestLine);
    const at = this.text.slice(limit, start).lastIndexOf('\n');
    return at < 0 ? limit : limit + at + 1;
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

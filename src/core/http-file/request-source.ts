/** A range of a text: UTF-16 offsets, the end not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface FieldSource {
  readonly name: string;
  readonly value: TextRange;
  readonly nameRange: TextRange;
  /** The whole line, its end included. */
  readonly line: TextRange;
}

/** A request as it stands in its file, part by part. */
export interface RequestSource {
  readonly text: string;
  readonly uri: string;
  /** How this file ends its lines. */
  readonly eol: '\n' | '\r\n';
  /** From `###`, or what comes before the request line, to the end of the request. */
  readonly region: TextRange;
  /** Without indentation and line end. */
  readonly requestLine: TextRange;
  /** Absent where only a URL was written. */
  readonly method?: TextRange;
  /** The URL's first line, and those that go on with it (`?page=1`, `&size=5`). */
  readonly url: readonly TextRange[];
  readonly fields: readonly FieldSource[];
  /** Where another header field would be inserted: the start of the line after the last one, or the end of the file. */
  readonly headEnd: number;
  /** The blank lines that end the header fields. */
  readonly blank?: TextRange;
  readonly body?: TextRange;
}

export interface Line extends TextRange {
  readonly text: string;
  /** The line end included. */
  readonly next: number;
}

const separator = /^\s*#{3,}/;
const comment = /^\s*(?:#\s|\/\/)/;
const continuation = /^\s*[?&/]/;
const headerField = /^\s*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)\s*:\s*(.*?),?\s*$/;
/** What follows a body and is none: response handlers, references to answers, tests. */
const afterBody = /^\s*(?:>{1,2}!?\s|<>\s|\?\?\s|HTTP\/\d)/;

/** Reads the request whose request line is `requestLine` (zero-based), as httpyac does; `lines` are the text's. */
export function readRequestSource(
  text: string,
  uri: string,
  requestLine: number,
  lines: readonly Line[] = linesOf(text),
): RequestSource | undefined {
  const line = lines[requestLine];
  const words = /^(\s*)(?:([A-Z][A-Z-]*)\s+)?(.*?)(?:\s+HTTP\/\S+)?\s*$/.exec(line?.text ?? '');
  if (!line || !words?.[3]) return undefined;
  const [, indent = '', method, url] = words;
  const start = line.start + indent.length;
  const urlStart = line.start + line.text.indexOf(url, indent.length + (method?.length ?? 0));
  let first = requestLine;
  while (first > 0 && !separator.test(lines[first]?.text ?? '')) first--;

  const urls: TextRange[] = [{ start: urlStart, end: urlStart + url.length }];
  const fields: FieldSource[] = [];
  let at = requestLine + 1;
  for (; at < lines.length; at++) {
    const each = lines[at] as Line;
    if (each.text.trim() === '' || separator.test(each.text)) break;
    if (comment.test(each.text)) continue;
    const trimmed = trimmedRange(each);
    const field = readField(each);
    if (field) fields.push(field);
    else if (continuation.test(each.text) && fields.length === 0) urls.push(trimmed);
    else if (!/^\s*\.{3}/.test(each.text)) break;
  }
  const headEnd = (lines[at - 1] as Line).next;
  const end = endOfRequest(lines, at);
  const { blank, body } = readBody(lines, at, end);
  return {
    text,
    uri,
    eol: text[line.end] === '\r' || text[(lines[0] as Line).end] === '\r' ? '\r\n' : '\n',
    region: { start: lines[first]?.start ?? 0, end: lines[end - 1]?.next ?? text.length },
    requestLine: { start, end: line.start + line.text.trimEnd().length },
    ...(method === undefined ? {} : { method: { start, end: start + method.length } }),
    url: urls,
    fields,
    headEnd,
    ...(blank ? { blank } : {}),
    ...(body ? { body } : {}),
  };
}

/** The lines of a text with their offsets. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length : found + 1;
    const line = text.slice(start, found < 0 ? text.length : found).replace(/\r$/, '');
    lines.push({ start, end: start + line.length, text: line, next });
    if (found < 0) break;
    start = next;
  }
  return lines;
}

function readField(line: Line): FieldSource | undefined {
  const [, name, value = ''] = headerField.exec(line.text) ?? [];
  if (name === undefined) return undefined;
  const nameStart = line.start + line.text.indexOf(name);
  const colon = line.text.indexOf(':', nameStart - line.start + name.length);
  const valueStart =
    line.start + colon + 1 + (/^\s*/.exec(line.text.slice(colon + 1)) as RegExpExecArray)[0].length;
  return {
    name,
    nameRange: { start: nameStart, end: nameStart + name.length },
    value: { start: valueStart, end: valueStart + value.length },
    line: { start: line.start, end: line.next },
  };
}

/** The number of the line after the last one of a request whose head ends before line `from`. */
function endOfRequest(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) if (separator.test(lines[at]?.text ?? '')) return at;
  return lines.length;
}

function readBody(
  lines: readonly Line[],
  from: number,
  end: number,
): { blank?: TextRange; body?: TextRange } {
  let first = from;
  while (first < end && lines[first]?.text.trim() === '') first++;
  let last = first;
  while (last < end && !afterBody.test(lines[last]?.text ?? '')) last++;
  while (last > first && lines[last - 1]?.text.trim() === '') last--;
  const blank =
    first > from ? { start: (lines[from] as Line).start, end: (lines[first - 1] as Line).next } : undefined;
  if (last <= first) return blank ? { blank } : {};
  const body = { start: (lines[first] as Line).start, end: (lines[last - 1] as Line).end };
  return blank ? { blank, body } : { body };
}

function trimmedRange({ start, text }: Line): TextRange {
  const indent = text.length - text.trimStart().length;
  return { start: start + indent, end: start + text.trimEnd().length };
}

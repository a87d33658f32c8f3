import { factNamed } from '../exchange/facts/index';
import type { Reading } from '../exchange/reading';
import { environmentDefinitions } from '../http-file/environment-definitions';
import type { EnvironmentFile } from '../http-file/environment-files';
import { type FieldSource, readRequestSource, type RequestSource } from '../http-file/request-source';
import { type Definition, fileDefinitions } from '../http-file/variable-definitions';
import type { FixEdit } from './fix';
import { resolved, trace, type Traced } from './traced';

/** The files that a request was built from, as they were then. */
export interface SourceFiles {
  /** The `.http` file's whole text. */
  readonly text: string;
  /** Environment files, those whose values win last. */
  readonly environments: readonly EnvironmentFile[];
}

/** What a kind of fix looks at: the exchange, and the file it came from. */
export interface RepairContext {
  readonly reading: Reading;
  readonly request: RequestSource;
  readonly files: SourceFiles;
  /** Names of the chosen environments. */
  readonly environments: readonly string[];
  readonly definitions: ReadonlyMap<string, Definition>;
  holds(fact: string): boolean;
  field(name: string): FieldSource | undefined;
  /** The value of a header field as it was sent, traced to where it was written. */
  sentField(name: string): Traced | undefined;
  /** The URL as it was sent, as far as its first line goes. */
  sentUrl(): Traced;
  /** An edit that adds a header field below the others. */
  addField(name: string, value: string): FixEdit;
  /** An edit of the request's own file. */
  edit(start: number, end: number, text: string): FixEdit;
}

/** Undefined where the exchange does not come from a file, or the file is another one by now. */
export function repairContext(reading: Reading, files: SourceFiles): RepairContext | undefined {
  const { written, request: sent } = reading.exchange;
  const request = written && readRequestSource(files.text, written.uri, written.requestLine);
  if (!written || !request) return undefined;
  const { uri } = written;
  const environments = written.environment?.split(', ') ?? [];
  const definitions = new Map(
    [
      ...files.environments.flatMap((file) => environmentDefinitions(file, environments)),
      ...fileDefinitions(files.text, uri, written.requestLine),
    ].map((definition) => [definition.name, definition]),
  );
  const edit = (start: number, end: number, text: string): FixEdit => ({ uri, start, end, text });
  const field = (name: string): FieldSource | undefined =>
    request.fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return {
    reading,
    request,
    files,
    environments,
    definitions,
    edit,
    field,
    holds: (fact) => factNamed(fact)?.test(reading, undefined as never).holds === true,
    sentField(name) {
      const source = field(name);
      const value = sent.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
      return source && value !== undefined
        ? resolved(trace(files.text, uri, source.value, definitions), value)
        : undefined;
    },
    sentUrl() {
      const [first] = request.url;
      const traced = trace(files.text, uri, first ?? request.requestLine, definitions);
      return resolved(traced, sent.url) ?? traced;
    },
    addField(name, value) {
      const { eol, headEnd, text } = request;
      const field = `${indentOf(request)}${name}: ${value}`;
      return headEnd > 0 && !/\n$/.test(text.slice(0, headEnd))
        ? edit(headEnd, headEnd, `${eol}${field}`)
        : edit(headEnd, headEnd, `${field}${eol}`);
    },
  };
}

/** As deep as the field above it is, or the request line. */
function indentOf({ text, fields, requestLine }: RequestSource): string {
  const start = fields.at(-1)?.nameRange.start ?? requestLine.start;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

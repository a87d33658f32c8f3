import { requestLines } from '../http-file/request-lines';
import { linesOf, readRequestSource, type RequestSource } from '../http-file/request-source';
import type { RepairContext } from './repair-context';
import { trace } from './traced';
import { urlParts } from './url-parts';

/** Another request of the file. */
export interface Neighbour {
  readonly name: string | undefined;
  readonly source: RequestSource;
  readonly method: string;
  /** The path, as far as it is written or comes from variables. */
  readonly path: string;
}

/** A file with more was not written by hand. */
const mostRequests = 500;

/** The other requests of the file that go to the same place: those whose URL starts as this one's does. */
export function neighbours({ request, files, definitions, reading }: RepairContext): Neighbour[] {
  const originOf = (source: RequestSource): { origin: string; path: string } => {
    const [first] = source.url;
    const { text } = trace(files.text, source.uri, first ?? source.requestLine, definitions);
    const { authority, path } = urlParts(text);
    return { origin: text.slice(0, authority.end), path: text.slice(path.start, path.end) };
  };
  const own = originOf(request).origin;
  const lines = linesOf(files.text);
  const requests = requestLines(lines.map(({ text }) => text));
  return requests.slice(0, mostRequests).flatMap(({ line }) => {
    if (line === reading.exchange.written?.requestLine) return [];
    const source = readRequestSource(files.text, request.uri, line, lines);
    if (!source) return [];
    const { origin, path } = originOf(source);
    if (origin !== own) return [];
    const method = source.method ? files.text.slice(source.method.start, source.method.end) : 'GET';
    return [{ name: nameTag(source), source, method, path }];
  });
}

/** `# @name login`: only that is a name that others can refer to. */
function nameTag({ text, region, requestLine }: RequestSource): string | undefined {
  const head = text.slice(region.start, requestLine.start);
  return /^\s*(?:#+|\/{2,})\s*@name\s+"?([\w-]+)/m.exec(head)?.[1];
}

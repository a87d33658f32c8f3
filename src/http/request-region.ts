import type { HttpRegion, HttpSymbol } from 'httpyac';

/** A request as it stands in its file. Lines are zero-based, the last one included. */
export interface RequestRegion {
  /** From `###` or the request line before it to the end of the region. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly requestLine: number;
  readonly method: string;
  /** As written, variables and all. */
  readonly url: string;
  /** From `# @name` or `### name`. */
  readonly name?: string;
  /** `HTTP`, or one that is not diagnosed: `GRPC`, `WS`, `SSE`, `MQTT`, `AMQP`. */
  readonly protocol: string;
}

/** What a parsed region tells of its request; undefined where it has none. */
export function toRequestRegion(region: HttpRegion, lines: readonly string[]): RequestRegion | undefined {
  const { request, symbol, metaData } = region;
  if (!request) return undefined;
  // httpyac leaves the separator between two regions to neither.
  const separated = symbol.startLine > 0 && /^\s*#{3,}/.test(lines[symbol.startLine - 1] ?? '');
  return {
    firstLine: separated ? symbol.startLine - 1 : symbol.startLine,
    lastLine: symbol.endLine,
    requestLine: requestLineOf(symbol) ?? symbol.startLine,
    method: request.method ?? 'GET',
    url: request.url,
    ...(typeof metaData.name === 'string' ? { name: metaData.name } : {}),
    protocol: request.protocol ?? 'HTTP',
  };
}

const requestLineOf = ({ children }: HttpSymbol): number | undefined =>
  children?.find(({ kind }) => String(kind) === 'requestLine')?.startLine;

/** A request in a `.http` file, found without parsing it fully. Lines are zero-based. */
export interface RequestLine {
  /** The line with method and URL. */
  readonly line: number;
  /** The lines between two `###`, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly name?: string;
}

const separator = /^\s*#{3,}/;
const comment = /^\s*(?:#|\/\/)/;
const nameTag = /^\s*(?:#|\/\/)\s*@name[\s=:]+(\S+)/;
const notRequest = /^\s*(?:@[\w-]+\s*:?=|import\b|<|>|\{\{|\?\?|$)/;
const requestLine = /^\s*(?:[A-Z]{3,10}\s+\S|https?:\/\/|\{\{[^}]+\}\}\/|\/\S*)/;
const scriptStart = /^\s*(?:<\s*)?\{(?:\{(?!.*\}\})|%(?!.*%\}))/;
const scriptEnd = /(?:\}\}|%\})\s*$/;

/**
 * The requests of a `.http` file (REST Client, JetBrains, httpYac): in each region between `###`, the first line that
 * is no comment, variable or script. Cheap enough to run at every change; the engine's own parser has the last word.
 */
export function requestLines(lines: readonly string[]): RequestLine[] {
  const requests: RequestLine[] = [];
  let firstLine = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (at < lines.length && !separator.test(lines[at] as string)) continue;
    const found = requestIn(lines, firstLine, at - 1);
    if (found) requests.push(found);
    firstLine = at;
  }
  return requests;
}

function requestIn(lines: readonly string[], firstLine: number, lastLine: number): RequestLine | undefined {
  let name = /^\s*#{3,}\s*(.+?)\s*$/.exec(lines[firstLine] ?? '')?.[1];
  let inScript = false;
  for (let line = firstLine; line <= lastLine; line++) {
    const text = lines[line] as string;
    if (inScript) {
      inScript = !scriptEnd.test(text);
    } else if (comment.test(text)) {
      name = nameTag.exec(text)?.[1] ?? name;
    } else if (scriptStart.test(text)) {
      inScript = true;
    } else if (requestLine.test(text) && !/^\s*\{\{[^}]*$/.test(text)) {
      return { line, firstLine, lastLine, ...(name ? { name } : {}) };
    } else if (!notRequest.test(text)) {
      return undefined;
    }
  }
  return undefined;
}

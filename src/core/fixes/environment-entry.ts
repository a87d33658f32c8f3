import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { FixEdit } from './fix';
import type { RepairContext } from './repair-context';

/** An edit that adds a variable, with a blank for its value, to the chosen environment; undefined where no file has it. */
export function environmentEntry(
  { files, environments }: RepairContext,
  name: string,
): { environment: string; edit: FixEdit } | undefined {
  for (const { uri, text } of files.environments) {
    if (!uri.endsWith('.json')) continue;
    const root = parseTree(text);
    for (const environment of environments) {
      const object = root && findNodeAtLocation(root, [environment]);
      if (object?.type !== 'object') continue;
      const last = object.children?.at(-1);
      const eol = text.includes('\r\n') ? '\r\n' : '\n';
      const lineStart = last ? text.lastIndexOf('\n', last.offset - 1) + 1 : 0;
      const indent = last ? /^\s*/.exec(text.slice(lineStart, last.offset))?.[0] : undefined;
      const isOwnLine = indent !== undefined && lineStart + indent.length === last?.offset;
      const before = last ? (isOwnLine ? `,${eol}${indent}` : ', ') : ' ';
      const start = last ? last.offset + last.length : object.offset + 1;
      const value = `<${name}>`;
      const head = `${before}${JSON.stringify(name)}: "`;
      const edit = {
        uri,
        start,
        end: start,
        text: `${head}${value}"${last ? '' : ' '}`,
        blank: { start: head.length, end: head.length + value.length },
      };
      return { environment, edit };
    }
  }
  return undefined;
}

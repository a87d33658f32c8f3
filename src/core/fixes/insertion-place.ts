import { requestLines } from '../http-file/request-lines';
import { linesOf } from '../http-file/request-source';
import type { FixEdit } from './fix';
import type { RepairContext } from './repair-context';

/**
 * The edit that defines variables for this request: at the top of the file, where all requests see them, unless a
 * request stands there; then directly above its request line. httpyac takes `@name = ` without a value for a URL, so
 * that the blank is `<name>`. None where there is nothing to define.
 */
export function defineVariables({ request, edit }: RepairContext, names: readonly string[]): FixEdit[] {
  const [name] = names;
  if (name === undefined) return [];
  const { text, eol } = request;
  const lines = linesOf(text);
  const [first] = requestLines(lines.map((line) => line.text));
  const separatorLine = lines.findIndex((line) => /^\s*#{3,}/.test(line.text));
  const isFree = first !== undefined && separatorLine >= 0 && first.line > separatorLine;
  const definitions = names.map((each) => `@${each} = <${each}>${eol}`).join('');
  const blank = { start: name.length + 4, end: 2 * name.length + 6 };
  if (!isFree) {
    const start = text.lastIndexOf('\n', request.requestLine.start - 1) + 1;
    return [{ ...edit(start, start, definitions), blank }];
  }
  // Below the definitions and comments that are there.
  const head = lines.slice(0, separatorLine);
  const last = head.findLastIndex((line) => /^\s*@/.test(line.text));
  const after = last < 0 ? head.findLastIndex((line) => line.text.trim() !== '') : last;
  const place = after < 0 ? 0 : (lines[after]?.next ?? 0);
  const isTight = lines[after + 1]?.text.trim() !== '';
  const newText = `${last < 0 && after >= 0 ? eol : ''}${definitions}${isTight ? eol : ''}`;
  const offset = last < 0 && after >= 0 ? eol.length : 0;
  return [
    { ...edit(place, place, newText), blank: { start: blank.start + offset, end: blank.end + offset } },
  ];
}

/** An edit that puts `# @ref name` above the request line; nothing where it is there already. */
export function refer({ request, edit }: RepairContext, name: string): FixEdit[] {
  const { text, eol, region, requestLine } = request;
  const head = text.slice(region.start, requestLine.start);
  if (
    new RegExp(`^\\s*(?:#+|//+)\\s*@(?:ref|forceRef)\\s+${name.replace(/\W/g, '\\$&')}\\s*$`, 'm').test(head)
  )
    return [];
  const start = text.lastIndexOf('\n', requestLine.start - 1) + 1;
  return [edit(start, start, `# @ref ${name}${eol}`)];
}

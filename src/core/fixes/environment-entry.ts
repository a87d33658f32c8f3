import { environmentObjects } from '../http-file/environment-definitions';
import { type EnvironmentFile, isDotenv } from '../http-file/environment-files';
import { phrase, type Phrase } from '../text/phrase';
import type { FixEdit } from './fix';
import type { RepairContext } from './repair-context';

interface Entry {
  readonly title: Phrase;
  readonly edit: FixEdit;
}

/** An edit that adds a variable, with a blank for its value, to the chosen environment; undefined where no file has it. */
export function environmentEntry({ files, environments }: RepairContext, name: string): Entry | undefined {
  for (const file of files.environments.filter((each) => !isDotenv(each))) {
    const [found] = environmentObjects(file, environments);
    if (!found) continue;
    const { environment, object } = found;
    const last = object.children?.at(-1);
    const before = separatorAfter(file, last);
    const start = last ? last.offset + last.length : object.offset + 1;
    const edit = entryEdit(file, start, `${before}${JSON.stringify(name)}: "`, name, last ? '"' : '" ');
    return { title: phrase('Define `{0}` in the environment `{1}`', name, environment), edit };
  }
  const dotenv = files.environments.find(isDotenv);
  if (!dotenv) return undefined;
  const { text, uri } = dotenv;
  const isOnLine = text !== '' && !text.endsWith('\n');
  const edit = entryEdit(dotenv, text.length, `${isOnLine ? eolOf(text) : ''}${name}=`, name, eolOf(text));
  return { title: phrase('Define `{0}` in `{1}`', name, uri.slice(uri.lastIndexOf('/') + 1)), edit };
}

function entryEdit(
  { uri }: EnvironmentFile,
  start: number,
  head: string,
  name: string,
  tail: string,
): FixEdit {
  const value = `<${name}>`;
  const blank = { start: head.length, end: head.length + value.length };
  return { uri, start, end: start, text: `${head}${value}${tail}`, blank };
}

/** What goes between the last entry of an object and the next one: as between those that are there. */
function separatorAfter({ text }: EnvironmentFile, last: { offset: number } | undefined): string {
  if (!last) return ' ';
  const lineStart = text.lastIndexOf('\n', last.offset - 1) + 1;
  const indent = /^\s*/.exec(text.slice(lineStart, last.offset))?.[0] ?? '';
  const isOwnLine = lineStart + indent.length === last.offset;
  return isOwnLine ? `,${eolOf(text)}${indent}` : ', ';
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

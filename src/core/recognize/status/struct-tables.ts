import type { NumberPlace } from './number-place';

/** How far before a row its table's type may stand, in characters. */
const reach = 3000;
/** A row from its bracket on, up to a value. */
const rowBefore = /(?:^\s*|[{,]\s*)\{([^{};]*(?:,\s*)?)$/;
const tableHead = /\bstruct\s*\{([^{}]*)\}\s*\{/g;

/** Whether the number is the status of a row of Go: `{"missing", 404}` below `[]struct{ name string; wantStatus int }{`. */
export function isInStructTable({ text, start, left, languageId }: NumberPlace): boolean {
  const row = languageId === 'go' ? rowBefore.exec(left)?.[1] : undefined;
  if (row === undefined) return false;
  const before = text.slice(Math.max(0, start - reach), start);
  const head = [...before.matchAll(tableHead)].at(-1);
  if (!head) return false;
  const columns = row.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '').split(',').length;
  const name = fieldsOf(head[1] ?? '')[columns - 1];
  return name !== undefined && /status|code$/i.test(name);
}

/** The names of a struct's fields in their order: `name, path string; status int`. */
const fieldsOf = (body: string): string[] =>
  body.split(/[;\n]/).flatMap((line) => {
    const field = line.replace(/\/\/.*/, '').trim();
    return field === '' ? [] : field.slice(0, Math.max(0, field.lastIndexOf(' '))).split(',');
  });

/** Where a value stands in a body that a text quotes: JSON, in a string or not, or an object literal of a language. */
export interface BodyPlace {
  /** The members that lead to it, the outermost first; `[]` after one whose value is a list: `errors[]`, `code`. */
  readonly path: readonly string[];
  /** Where the object begins that holds the member of `path` at the same index; nothing where that is not there. */
  readonly objects: readonly (number | undefined)[];
}

/** How far before a value its object may begin, in characters, and how deep it may be nested. */
const reach = 2000;
const deepest = 8;

/** The place of a value that starts at `offset`; nothing where it is no member of an object. */
export function bodyPlaceOf(text: string, offset: number): BodyPlace | undefined {
  const path: string[] = [];
  const objects: (number | undefined)[] = [];
  const from = Math.max(0, offset - reach);
  let member = memberBefore(text, offset);
  while (member && path.length < deepest) {
    const object = openerBefore(text, member.start, from);
    // `error: {"code": …}` in a log, and a body that lost its beginning.
    const isCut = object === undefined && path.length > 0;
    if (!isCut && (object === undefined || text[object] !== '{')) break;
    path.unshift(member.name);
    objects.unshift(object);
    if (object === undefined) break;
    const list = isElement(text, object) ? openerBefore(text, object, from) : undefined;
    const inList = list !== undefined && text[list] === '[';
    const holder = memberBefore(text, inList ? list : object);
    member = holder && inList ? { ...holder, name: `${holder.name}[]` } : holder;
  }
  return path.length > 0 ? { path, objects } : undefined;
}

/**
 * Whether the object at `start` has this member, at any depth, and with this value, if one is given; case counts as
 * little as in `True`.
 */
export function hasMember(text: string, start: number, name: string, value?: unknown): boolean {
  const body = text.slice(start, closerAfter(text, start));
  const valued = value === undefined ? '' : `${escaped(String(value))}(?![\\w.])`;
  return new RegExp(`${boundary}${escaped(name)}${separator}${valued}`, 'i').test(body);
}

const boundary = '(?<![\\w$-])';
/** A colon or `=>`, with the quotes around it; quotes in a string are escaped, once or more. */
const separator = `\\\\*["']?\\s*(?::|=>)\\s*\\\\*["']?`;
const memberEnd = new RegExp(`${boundary}([A-Za-z_$][\\w$-]{0,60})${separator}$`);
const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The member whose value starts at `at`. */
function memberBefore(text: string, at: number): { name: string; start: number } | undefined {
  const from = Math.max(0, at - 120);
  const match = memberEnd.exec(text.slice(from, at));
  return match?.[1] === undefined ? undefined : { name: match[1], start: from + match.index };
}

/** The bracket that encloses a position. Brackets inside strings are rare enough in errors to be counted as well. */
function openerBefore(text: string, before: number, from: number): number | undefined {
  let depth = 0;
  for (let at = before - 1; at >= from; at--) {
    const char = text[at];
    if (char === '}' || char === ']') depth++;
    else if ((char === '{' || char === '[') && depth-- === 0) return at;
  }
  return undefined;
}

function closerAfter(text: string, start: number): number {
  const to = Math.min(text.length, start + reach);
  let depth = 0;
  for (let at = start; at < to; at++) {
    const char = text[at];
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return to;
}

/** Whether an object may be an element of a list. */
const isElement = (text: string, object: number): boolean =>
  /[[,]\s*$/.test(text.slice(Math.max(0, object - 40), object));

import { isObject, ownText } from '../json-path';
import { fieldErrorsIn, type FieldError } from './field-errors';
import { sentenceFields } from './sentence-fields';

/** Members and entries that are looked at, texts among them that are read, and how deep they may stand. */
const mostValues = 150;
const mostTexts = 20;
const deepest = 6;

/** Members that tell of errors, under whatever name a framework gave them. */
const telling =
  /err|valid|violat|detail|extra|field|issue|constraint|problem|fault|reason|cause|message|param|propert|campo|inconsist/i;
const sayings = ['message', 'msg', 'error', 'description', 'detail', 'reason', 'title', 'mensagem', 'text'];

/**
 * Fields named anywhere in a refusal, in a shape that nobody described: the first list of entries or map of lists that
 * names some, else every sentence that does. A text that is JSON itself, as a validator's own, is read like the rest.
 */
export function deepFields(json: unknown): FieldError[] {
  const sentences: FieldError[] = [];
  let texts = 0;
  const queue: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let seen = 0; seen < queue.length && seen < mostValues; seen++) {
    const { value, depth } = queue[seen] as (typeof queue)[number];
    const found = Array.isArray(value) ? fieldErrorsIn(value) : isObject(value) ? listed(value) : [];
    const named = found.filter(({ messages }) => messages.length > 0);
    if (named.length > 0 && depth > 0) return named;
    const said = typeof value === 'string' ? value : ownText(value, ...sayings);
    const inner = said === undefined ? undefined : parsed(said);
    if (inner !== undefined) queue.push({ value: inner, depth: depth + 1 });
    else if (said !== undefined && texts++ < mostTexts) sentences.push(...sentenceFields(said));
    if (depth >= deepest) continue;
    for (const member of membersOf(value)) queue.push({ value: member, depth: depth + 1 });
  }
  return sentences;
}

/** `{ "email": ["is invalid"] }`: only what is all lists of texts, since any object has texts. */
function listed(value: Readonly<Record<string, unknown>>): FieldError[] {
  const lists = Object.values(value);
  const isMap =
    lists.length > 0 &&
    lists.every(
      (list) =>
        Array.isArray(list) &&
        list.length > 0 &&
        list.every((text) => typeof text === 'string' && text.length > 3),
    );
  return isMap ? fieldErrorsIn(value) : [];
}

function membersOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.slice(0, 20);
  if (!isObject(value)) return [];
  // Within what tells of errors any name may be a field's.
  return Object.entries(value)
    .slice(0, 50)
    .flatMap(([name, member]) => (typeof member === 'object' || telling.test(name) ? [member] : []));
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || text.length > 20_000) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

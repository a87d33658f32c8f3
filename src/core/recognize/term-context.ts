import { isWordCode } from './words';

/** Whether the name of a header field stands here as one: before a colon, or as a whole string. Case does not count. */
export function fieldCounts(text: string, start: number, end: number, name: string): boolean {
  if (text.slice(start, end).toLowerCase() !== name.toLowerCase()) return false;
  if (joins(text, start - 1) || joins(text, end)) return false;
  return /^["'`]?\s*:(?!:)/.test(text.slice(end, end + 4)) || isString(text, start, end);
}

/** Whether the name of a claim is a key of JSON here. */
export function claimCounts(text: string, start: number, end: number, name: string): boolean {
  return (
    text.slice(start, end) === name &&
    isString(text, start, end) &&
    /^\\?["']\s*:/.test(text.slice(end, end + 5))
  );
}

function isString(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  return /["'`]/.test(before) && (text[end] === before || (text[end] === '\\' && text[end + 1] === before));
}

/** `-` goes on in a field's name. */
const joins = (text: string, at: number): boolean => text[at] === '-' || isWordCode(text.charCodeAt(at));

/**
 * Placeholders inside a text that is still being put together: private-use characters around number and default, so
 * that they survive what is done to the text in the meantime.
 */
const begin = '\uE000';
const middle = '\uE001';
const close = '\uE002';
const pattern = new RegExp(`${begin}(\\d+)${middle}([^${close}]*)${close}`, 'g');

export const placeholder = (number: number, text: string) => `${begin}${number}${middle}${text}${close}`;

/** The text with every placeholder's default in its place. */
export const plainText = (text: string) => text.replace(pattern, '$2');

/** VS Code's snippet syntax; undefined where there is nothing to tab through. */
export function snippetText(text: string): string | undefined {
  if (!text.includes(begin)) return undefined;
  const escape = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  let result = '';
  let offset = 0;
  for (const match of text.matchAll(pattern)) {
    result += `${escape(text.slice(offset, match.index))}\${${match[1]}:${escape(match[2] ?? '')}}`;
    offset = match.index + match[0].length;
  }
  return result + escape(text.slice(offset));
}

/**
 * The beginning of a text, at most `limit` characters, cut where no word ends in the middle: half a secret is not
 * recognized as one. Empty where the text is one long word.
 */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit;
  while (end > 0 && !/[\s"'<>&,;]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

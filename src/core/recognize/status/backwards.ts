/**
 * A test of how a text ends. A pattern that ends with `$` is tried at every character of a text until it fails at the
 * end of most; read backwards, as the part behind a place (`(?<=…)`), it fails at the last character.
 */
export function endingWith(pattern: RegExp): (text: string) => boolean {
  if (!pattern.source.endsWith('$')) return (text) => pattern.test(text);
  const behind = new RegExp(`(?<=${pattern.source})`, `${pattern.flags}y`);
  return (text) => {
    behind.lastIndex = text.length;
    return behind.test(text);
  };
}

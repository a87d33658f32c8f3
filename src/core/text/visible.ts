// Controls that a browser hides or swallows (line break and tab excepted), characters without width, and those that
// turn the direction of the text after them (Unicode UAX #9), with which a text can be made to read as another one.
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with invisible characters written out, `[U+202E]`; a carriage return before a line break is left out. */
export function visible(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(
      invisible,
      (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}
